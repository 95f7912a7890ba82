using System.Security.Cryptography;
using System.Text;

namespace NewsTracker.Web.Admin;

/// <summary>Proves that who makes the first account can read the server's standard output. Lives in memory, for one process.</summary>
public sealed class SetupCode
{
    const int MaxWrong = 10;

    // No letters or digits that look alike; 32 of them, so twelve are 60 bits.
    const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    readonly Lock _lock = new();
    int _wrong;
    bool _taken;

    /// <summary>As printed: three groups of four.</summary>
    public string Code { get; } = string.Join('-', RandomNumberGenerator.GetString(Letters, 12).Chunk(4).Select(group => new string(group)));

    /// <summary>True while the code can still be used.</summary>
    public bool Open
    {
        get
        {
            lock (_lock) return !_taken && _wrong < MaxWrong;
        }
    }

    /// <summary>Takes the code, once. Ten wrong ones close it until the server starts again.</summary>
    /// <param name="typed">As a person typed it; case and dashes do not count.</param>
    public bool TryTake(string typed)
    {
        lock (_lock)
        {
            if (_taken || _wrong >= MaxWrong) return false;
            _taken = CryptographicOperations.FixedTimeEquals(Digest(typed), Digest(Code));
            if (!_taken) _wrong++;
            return _taken;
        }
    }

    /// <summary>Gives it back where no account came of it.</summary>
    public void GiveBack()
    {
        lock (_lock) _taken = false;
    }

    // Digests have one length, which is what a comparison in constant time needs.
    static byte[] Digest(string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(new string([.. code.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)])));
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NewsTracker.Web.Admin;

/// <summary>A secret that is handed out once and kept as a hash: 256 bits, so that a plain hash is enough.</summary>
static class SecretKey
{
    const int Bytes = 32;

    /// <summary>A new one, as addresses and cookies can carry it.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What the database keeps of it.</summary>
    /// <param name="key">As handed out.</param>
    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

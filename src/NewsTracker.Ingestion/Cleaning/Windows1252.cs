namespace NewsTracker.Ingestion.Cleaning;

/// <summary>Windows-1252 in both directions, the five undefined bytes taken as the C1 controls of the same number.</summary>
static class Windows1252
{
    /// <summary>Bytes 80 to 9F; see the WHATWG Encoding standard, index windows-1252.</summary>
    const string Upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    /// <summary>The character that a byte stands for.</summary>
    /// <param name="value">Any byte.</param>
    public static char CharacterOf(byte value) => value is >= 0x80 and <= 0x9F ? Upper[value - 0x80] : (char)value;

    /// <summary>The byte a character was, had the text been read as Windows-1252 or Latin-1; null for a character neither has.</summary>
    /// <param name="character">Any character.</param>
    public static byte? ByteOf(char character)
    {
        if (character <= 0xFF) return (byte)character;
        var at = Upper.IndexOf(character, StringComparison.Ordinal);
        return at < 0 ? null : (byte)(0x80 + at);
    }
}

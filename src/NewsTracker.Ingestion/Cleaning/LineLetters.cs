namespace NewsTracker.Ingestion.Cleaning;

/// <summary>What can be counted in a line letter by letter.</summary>
/// <param name="CapitalShare">The part of the words that open with a capital, 0 to 1.</param>
/// <param name="UpperShare">The part of the letters that are capitals.</param>
/// <param name="DigitShare">The part of the characters that are digits.</param>
/// <param name="Commas">Commas and semicolons.</param>
/// <param name="Sentences">Full stops, question and exclamation marks with a space behind.</param>
/// <param name="Quotes">Quotation marks.</param>
/// <param name="Brackets">Opening brackets.</param>
/// <param name="Glued">Capitals right behind a small letter: a headline and its teaser without a space between them, or a name like iPhone.</param>
/// <param name="Separators">Bars, slashes, dots and arrows that menus and bylines put between their parts.</param>
public readonly record struct LineLetters(
    float CapitalShare, float UpperShare, float DigitShare, int Commas, int Sentences, int Quotes, int Brackets, int Glued, int Separators)
{
    /// <summary>Counts.</summary>
    /// <param name="text">A line, repaired and trimmed.</param>
    public static LineLetters Of(string text)
    {
        var (words, capitals, letters, upper, digits) = (0, 0, 0, 0, 0);
        var (commas, sentences, quotes, brackets, glued, separators) = (0, 0, 0, 0, 0, 0);
        var previous = ' ';
        foreach (var character in text)
        {
            if (char.IsLetter(character))
            {
                letters++;
                if (char.IsUpper(character)) upper++;
                if (char.IsUpper(character) && char.IsLower(previous)) glued++;
                if (!char.IsLetterOrDigit(previous) && previous is not ('\'' or '’'))
                {
                    words++;
                    if (char.IsUpper(character)) capitals++;
                }
            }
            else if (char.IsDigit(character)) digits++;
            else if (character is ',' or ';') commas++;
            else if (character is ' ' && previous is '.' or '!' or '?') sentences++;
            else if (character is '"' or '“' or '”' or '«' or '»') quotes++;
            else if (character is '(' or '[') brackets++;
            else if (character is '|' or '/' or '·' or '•' or '›' or '»' or '→' or '—') separators++;
            previous = character;
        }

        return new((float)capitals / Math.Max(1, words), (float)upper / Math.Max(1, letters), (float)digits / Math.Max(1, text.Length), commas, sentences, quotes, brackets, glued, separators);
    }
}

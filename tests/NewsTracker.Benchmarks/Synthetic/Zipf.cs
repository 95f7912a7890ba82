namespace NewsTracker.Benchmarks.Synthetic;

/// <summary>Draws ranks as words and names occur: the r-th as often as 1 / (r + shift), after Zipf and Mandelbrot.</summary>
sealed class Zipf
{
    readonly double[] _upTo;

    /// <summary>Prepares the draw.</summary>
    /// <param name="count">How many ranks.</param>
    /// <param name="shift">Flattens the head: with 6 over 5,000 words the first stands in half of all texts of 34 words.</param>
    public Zipf(int count, double shift)
    {
        _upTo = new double[count];
        var sum = 0.0;
        for (var rank = 0; rank < count; rank++) _upTo[rank] = sum += 1 / (rank + 1 + shift);
        for (var rank = 0; rank < count; rank++) _upTo[rank] /= sum;
    }

    /// <summary>A rank from 0.</summary>
    public int Next(Random random)
    {
        var found = Array.BinarySearch(_upTo, random.NextDouble());
        return Math.Min(found < 0 ? ~found : found, _upTo.Length - 1);
    }
}

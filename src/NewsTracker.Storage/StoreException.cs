namespace NewsTracker.Storage;

/// <summary>The work could not be done at all: the database is out of reach, held by another import, or newer than this build. Exit code 3.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Says what is wrong and what to do.</summary>
    /// <param name="message">A sentence for people.</param>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong and what to do.</summary>
    /// <param name="message">A sentence for people.</param>
    /// <param name="cause">What the database said.</param>
    public StoreException(string message, Exception cause)
        : base(message, cause)
    {
    }
}

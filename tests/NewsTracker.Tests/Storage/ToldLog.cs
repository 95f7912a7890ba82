using Microsoft.Extensions.Logging;
using NewsTracker.Storage.Index;

namespace NewsTracker.Tests.Storage;

/// <summary>Keeps what the article index warns of.</summary>
sealed class ToldLog : ILogger<ArticleIndexes>
{
    public List<string> Told { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Told.Add(formatter(state, exception));
}

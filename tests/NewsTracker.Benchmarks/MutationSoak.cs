using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using NewsTracker.Ingestion;

namespace NewsTracker.Benchmarks;

/// <summary>Feeds damaged files to the reader, on every core: it must never fail by its own fault, never hang and not grow. Each input has a seed of its own.</summary>
/// <param name="ingestor">The reader.</param>
/// <param name="mutations">Makes the inputs.</param>
/// <param name="seed">Of the first input; each next one has the next, whichever core reads it.</param>
/// <param name="report">Takes a line a minute, faults and the end.</param>
sealed class MutationSoak(Ingestor ingestor, FileMutations mutations, int seed, TextWriter report)
{
    /// <summary>Of the processor's time, so that a busy machine is no hang; no input of a megabyte needs nearly as long.</summary>
    static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    static readonly TimeSpan BetweenReports = TimeSpan.FromMinutes(1);

    /// <summary>What the second half may leave on the heap: what is made once and kept was made in the first.</summary>
    const long MostGrowth = 32 << 20;

    /// <summary>Fewer letters are no sentence.</summary>
    const int ShortestReason = 20;

    readonly ConcurrentDictionary<string, int> _outcomes = [];
    readonly ConcurrentBag<(int Seed, string Message)> _faults = [];
    readonly Stopwatch _clock = Stopwatch.StartNew();
    readonly Lock _slow = new();
    (TimeSpan Took, int Seed, int Bytes) _slowest;
    TimeSpan _nextReport = BetweenReports;
    int _done;

    /// <summary>Whether the heap went on growing. It is that of the whole process: who does other work beside has to leave it unjudged.</summary>
    public bool Grew { get; private set; }

    /// <summary>Runs it.</summary>
    /// <param name="count">How many inputs.</param>
    /// <param name="cancellation">Stops after the inputs in hand.</param>
    /// <returns>1 where the reader failed or hung.</returns>
    public int Run(int count, CancellationToken cancellation)
    {
        // What the reader makes once, at its first use, is no growth.
        foreach (var page in OwnPages.All) ingestor.Ingest(Specimens.Of("sound.txt", page));
        var start = Heap();
        if (!Feed(seed, seed + (count / 2), cancellation)) return 1;
        var middle = Heap();
        if (!Feed(seed + (count / 2), seed + count, cancellation)) return 1;
        var end = Heap();
        Tell();
        report.WriteLine($"heap at the start {start >> 20} MB, in the middle {middle >> 20} MB, at the end {end >> 20} MB");
        foreach (var (outcome, times) in _outcomes.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)) report.WriteLine($"  {outcome}: {times}");
        TellFaults();
        Grew = end - middle > MostGrowth;
        if (Grew) report.WriteLine("the heap grew");
        return _faults.IsEmpty ? 0 : 1;
    }

    static long Heap() => GC.GetTotalMemory(forceFullCollection: true);

    /// <summary>Reads inputs on all cores; false where one hangs, because the thread that reads it cannot be stopped.</summary>
    bool Feed(int from, int to, CancellationToken cancellation)
    {
        var next = from - 1;
        List<InputReader> readers = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new InputReader(this, () => Interlocked.Increment(ref next) is var own && own < to && !cancellation.IsCancellationRequested ? own : null))];
        while (readers.Exists(reader => !reader.Join(BetweenLooks)))
        {
            // Where all of them work, each has its part of the time.
            if (readers.Find(reader => reader.Works && reader.Busy > Guard * readers.Count) is { } hanging)
            {
                TellFaults();
                report.WriteLine($"seed {hanging.Own}: hangs for more than {Guard.TotalSeconds:F0} s");
                return false;
            }

            if (_clock.Elapsed < _nextReport) continue;
            _nextReport += BetweenReports;
            Tell();
        }

        return true;
    }

    void Read(int own)
    {
        var bytes = mutations.Next(new Random(own));
        var before = ThreadTime.Now();
        var reading = ingestor.Ingest(Specimens.Of("soak.txt", bytes));
        var took = ThreadTime.Now() - before;
        lock (_slow)
        {
            if (took > _slowest.Took) _slowest = (took, own, bytes.Length);
        }

        _outcomes.AddOrUpdate(reading.Rejection is { } rejection ? $"rejected as {rejection.Code}" : $"read as {reading.Format}", 1, (_, times) => times + 1);
        if (!IsSound(reading)) _faults.Add((own, reading.Rejection?.Message ?? "neither a draft nor a reason"));
        Interlocked.Increment(ref _done);
    }

    /// <summary>A draft, or a reason that lies in the file: bytes at hand are called unreadable only where the reader itself failed.</summary>
    public static bool IsSound(FileReading reading) =>
        reading is { Draft: null, Rejection: { Code: not RejectionCode.Unreadable, Message.Length: > ShortestReason } } or { Draft: not null, Rejection: null };

    void TellFaults()
    {
        foreach (var (own, message) in _faults.Order()) report.WriteLine($"seed {own}: {message}");
    }

    void Tell()
    {
        using var process = Process.GetCurrentProcess();
        var elapsed = _clock.Elapsed;
        report.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{elapsed.TotalMinutes:F1} min: {_done} inputs, {_done / elapsed.TotalSeconds:F0}/s, {_faults.Count} faults; slowest {_slowest.Took.TotalSeconds:F2} s (seed {_slowest.Seed}, {_slowest.Bytes} bytes); peak memory {process.PeakWorkingSet64 >> 20} MB"));
    }

    /// <summary>A thread that reads one input after the other.</summary>
    sealed class InputReader
    {
        readonly Thread _thread;
        long _begun = Environment.CpuUsage.TotalTime.Ticks;
        volatile int _own;

        public InputReader(MutationSoak soak, Func<int?> next)
        {
            _thread = new Thread(() =>
            {
                while (next() is { } own)
                {
                    _own = own;
                    Volatile.Write(ref _begun, Environment.CpuUsage.TotalTime.Ticks);
                    soak.Read(own);
                }
            })
            { IsBackground = true };
            _thread.Start();
        }

        /// <summary>The seed of what it reads.</summary>
        public int Own => _own;

        /// <summary>Processor time of the whole process since it began with its input.</summary>
        public TimeSpan Busy => Environment.CpuUsage.TotalTime - TimeSpan.FromTicks(Volatile.Read(ref _begun));

        /// <summary>Whether there was more to read for it.</summary>
        public bool Works => _thread.IsAlive;

        public bool Join(TimeSpan patience) => _thread.Join(patience);
    }
}

namespace SwapEdge.Simulator;

/// <summary>What a replay found. Lists are bounded; what no longer fits is still counted.</summary>
public sealed class ReplaySummary(string file)
{
    private const int Kept = 200;

    private readonly Dictionary<(string Interface, string Name), MessageCount> _messages = [];
    private readonly SortedSet<string> _interfaces = new(InterfaceOrder.Instance);
    private readonly SortedDictionary<string, RefusalCount> _refused = new(StringComparer.Ordinal);
    private readonly List<ReplayStage> _stages = [];
    private readonly List<ReplayWarning> _warnings = [];

    public string File { get; } = file;

    public long Lines { get; set; }

    public long Frames { get; set; }

    public long Decoded { get; private set; }

    public long TransportFrames { get; set; }

    public long DurationMs { get; set; }

    public long TimeWentBack { get; set; }

    /// <summary>The buses from which frames came, bay2 before bay10.</summary>
    public IReadOnlyCollection<string> Interfaces => _interfaces;

    public long WarningCount { get; private set; }

    public long StageCount { get; private set; }

    /// <summary>By interface and name.</summary>
    public IReadOnlyCollection<MessageCount> Messages =>
    [
        .. _messages.Values.OrderBy(message => message.Interface, InterfaceOrder.Instance)
            .ThenBy(message => message.Name, StringComparer.Ordinal),
    ];

    public IReadOnlyCollection<RefusalCount> Refused => _refused.Values;

    public IReadOnlyList<ReplayStage> Stages => _stages;

    public IReadOnlyList<ReplayWarning> Warnings => _warnings;

    public void AddInterface(string name) => _interfaces.Add(name);

    public void AddMessage(string from, string name, int expectedMs, long nowMs)
    {
        Decoded++;
        if (!_messages.TryGetValue((from, name), out MessageCount? count))
        {
            count = new MessageCount(from, name, expectedMs);
            _messages.Add((from, name), count);
        }

        count.Add(nowMs);
    }

    public void AddRefusal(string reason, long line)
    {
        if (!_refused.TryGetValue(reason, out RefusalCount? count))
        {
            count = new RefusalCount(reason);
            _refused.Add(reason, count);
        }

        count.Add(line);
    }

    public void AddStage(ReplayStage stage)
    {
        StageCount++;
        if (_stages.Count < Kept)
        {
            _stages.Add(stage);
        }
    }

    public void AddWarning(ReplayWarning warning)
    {
        WarningCount++;
        if (_warnings.Count < Kept)
        {
            _warnings.Add(warning);
        }
    }
}

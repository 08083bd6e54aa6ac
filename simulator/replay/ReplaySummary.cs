namespace SwapEdge.Simulator;

/// <summary>What a replay found. Lists are bounded; what no longer fits is still counted.</summary>
public sealed class ReplaySummary(string file)
{
    private const int Kept = 200;

    private readonly SortedDictionary<string, MessageCount> _messages = new(StringComparer.Ordinal);
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

    public long WarningCount { get; private set; }

    public long StageCount { get; private set; }

    public IReadOnlyCollection<MessageCount> Messages => _messages.Values;

    public IReadOnlyCollection<RefusalCount> Refused => _refused.Values;

    public IReadOnlyList<ReplayStage> Stages => _stages;

    public IReadOnlyList<ReplayWarning> Warnings => _warnings;

    public void AddMessage(string name, int expectedMs, long nowMs)
    {
        Decoded++;
        if (!_messages.TryGetValue(name, out MessageCount? count))
        {
            count = new MessageCount(name, expectedMs);
            _messages.Add(name, count);
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

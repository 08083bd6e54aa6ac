using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Commissioning;

/// <summary>
/// Hears what the tool says, in either language, and does it at the station: keeps the node in maintenance, works the
/// input of the step, causes and sees lamps. What is at hand at each kind of node is added by who stands there.
/// </summary>
internal abstract class Technician(CommissionTexts texts)
{
    private const string StepMark = "-- ";
    private const int RestMs = 1_500;
    private const int WorkMs = 700;
    private const int PressPeriodMs = 2_000;
    private const int PressMs = 500;

    private bool _fresh;
    private long _heardMs;
    private string _causes = "";
    private bool _answers;

    /// <summary>Does not come.</summary>
    public bool Absent { get; set; }

    /// <summary>Lamps and horns that do nothing.</summary>
    public HashSet<Drive> Dark { get; } = [];

    public List<string> Heard { get; } = [];

    protected CommissionTexts Texts => texts;

    /// <summary>Of the step under way, "inputs" and "key"; both empty before the first.</summary>
    protected string Group { get; private set; } = "";

    protected string Item { get; private set; } = "";

    /// <summary>The thing was to be taken away from its end again.</summary>
    protected bool IsAway { get; private set; }

    /// <summary>A hand is on what the step is about.</summary>
    protected bool Works { get; private set; }

    /// <summary>Some time has gone by since something was said: a person has moved it by now.</summary>
    protected bool HasMoved { get; private set; }

    /// <summary>The node is in maintenance.</summary>
    protected bool IsMaintained { get; private set; }

    public void Hear(string said)
    {
        Heard.Add(said);
        _fresh = true;
        if (said.StartsWith(StepMark, StringComparison.Ordinal))
        {
            string[] step = said[StepMark.Length..].Split('/');
            Group = step[0];
            Item = step.Length > 1 ? step[1] : "";
            IsAway = _answers = false;
            _causes = "";
        }
        else if (said == texts.Of("do.away"))
        {
            IsAway = true;
        }
        else if (said == texts.Of("do.call-person") || said == texts.Of("do.sound-alarm"))
        {
            _causes = said;
        }

        Drive[] signs = [.. Enum.GetValues<Drive>().Where(sign => said == texts.Of("ask.sign", texts.Name(sign))
            || said == texts.Of("ask.sign-was", texts.Name(sign)))];
        if (signs.Length > 0)
        {
            _causes = "";
            _answers = !signs.Any(Dark.Contains);
        }

        Do(said);
    }

    /// <param name="maintained">The node is in maintenance.</param>
    /// <param name="nowMs">Time of the world.</param>
    public void Act(bool maintained, long nowMs)
    {
        if (Absent)
        {
            return;
        }

        _heardMs = _fresh ? nowMs : _heardMs;
        _fresh = false;
        Works = nowMs - _heardMs is >= RestMs and < RestMs + WorkMs;
        HasMoved = nowMs - _heardMs >= RestMs;
        IsMaintained = maintained;
        bool returns = !maintained && !Works && nowMs % PressPeriodMs < PressMs;
        Stand(
            abort: Works && _causes == texts.Of("do.call-person"), fire: Works && _causes == texts.Of("do.sound-alarm"),
            confirm: returns || (_answers && Works), nowMs);
    }

    /// <summary>The number in an item such as 3-latch; 0 without.</summary>
    protected static int PlaceOf(string item) =>
        item.Length > 1 && item[1] == '-' && char.IsDigit(item[0]) ? item[0] - '0' : 0;

    protected virtual void Do(string said)
    {
    }

    /// <summary>What the hands do in this moment.</summary>
    protected abstract void Stand(bool abort, bool fire, bool confirm, long nowMs);
}

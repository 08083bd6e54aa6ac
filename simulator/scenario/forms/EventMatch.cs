using System.Text;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Which events a line of a scenario means.</summary>
public sealed class EventMatch
{
    private readonly EventKind? _kind;
    private readonly List<Func<EventRecord, bool>> _asked = [];
    private readonly string? _node;

    /// <param name="run">Whose nodes are meant.</param>
    /// <param name="kind">Name of the kind; 'any' for every one.</param>
    /// <param name="arguments">By the parameters of the condition 'event'.</param>
    public EventMatch(ScenarioRun run, string kind, Arguments arguments)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(arguments);
        _kind = kind == "any" ? null : Choices.Parse<EventKind>(kind);
        _node = arguments.Has("node") ? run.NodeOf(arguments).Path : null;
        AskNumbers(arguments);
        AskTexts(arguments);
        AskNames(arguments);
    }

    /// <summary>It is of the kind that is meant, and of the node: what else is asked for may differ.</summary>
    public bool IsAlike(CityEvent told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return (_kind is null || told.Record.Kind == _kind) && (_node is null || told.Node == _node);
    }

    public bool Fits(CityEvent told)
    {
        ArgumentNullException.ThrowIfNull(told);
        EventRecord record = told.Record;
        return IsAlike(told) && _asked.TrueForAll(asked => asked(record));
    }

    /// <summary>An event in words.</summary>
    public static string Shown(CityEvent told)
    {
        ArgumentNullException.ThrowIfNull(told);
        EventRecord record = told.Record;
        StringBuilder text = new($"'{Words.Of(record.Kind)}' of {told.Node[(told.Node.LastIndexOf('/') + 1)..]}");
        text.Append(record.Bay > 0 ? Invariant($", bay {record.Bay}") : "");
        text.Append(record.Kind == EventKind.SwapStep ? $", {Words.Of((Phase)record.Phase)}" : "");
        text.Append(record.Fault > 0 ? $", {Words.Of((Fault)record.Fault)}" : "");
        text.Append(record.Kind == EventKind.SwapEnded ? $", {Words.Of(record.Summary.Result)}" : "");
        text.Append(record.Warning > 0 ? $", {Words.Of((PackWarning)record.Warning)}" : "");
        text.Append(record.LaneWarning > 0 ? $", {Words.Of((LaneWarning)record.LaneWarning)}" : "");
        text.Append(record.NodeWarning > 0 ? $", {Words.Of((NodeWarning)record.NodeWarning)}" : "");
        text.Append(record.Action > AuditAction.None ? $", {Words.Of(record.Action)}" : "");
        text.Append(record.Reason > 0 ? $", {Words.Of((CommandReason)record.Reason)}" : "");
        text.Append(record.Finding > (int)PackFinding.NotHeard ? $", {Words.Of((PackFinding)record.Finding)}" : "");
        text.Append(Invariant($", at {Words.Duration(record.UptimeMs)}"));
        return text.Append(record.Boot > 1 ? Invariant($" of its start {record.Boot}") : "").ToString();
    }

    private void AskNumbers(Arguments arguments)
    {
        if (arguments.Has("bay") || arguments.Has("door"))
        {
            int bay = ScenarioRun.PlaceOf(arguments);
            _asked.Add(record => record.Bay == bay);
        }

        if (arguments.Has("value"))
        {
            int value = arguments.Count("value");
            _asked.Add(record => record.Value == value);
        }

        if (arguments.Has("level"))
        {
            int level = arguments.Count("level");
            _asked.Add(record => record.Level >= level);
        }
    }

    private void AskTexts(Arguments arguments)
    {
        if (arguments.Has("vehicle"))
        {
            string vehicle = arguments.Text("vehicle");
            _asked.Add(record => Encoding.ASCII.GetString(record.Vehicle, 0, record.VehicleLength) == vehicle);
        }

        if (arguments.Has("code"))
        {
            string code = arguments.Text("code");
            _asked.Add(record => Encoding.ASCII.GetString(record.PackCode, 0, record.PackCodeLength) == code);
        }
    }

    private void AskNames(Arguments arguments)
    {
        Ask<Phase>(arguments, "phase", record => record.Phase);
        Ask<Fault>(arguments, "fault", record => record.Fault);
        Ask<PackFinding>(arguments, "finding", record => record.Finding);
        Ask<SwapResult>(arguments, "result", record => (int)record.Summary.Result);
        Ask<AuditAction>(arguments, "action", record => (int)record.Action);
        if (arguments.Has("warning"))
        {
            string name = arguments.Text("warning");
            PackWarning? pack = Choices.Find<PackWarning>(name);
            LaneWarning? lane = Choices.Find<LaneWarning>(name);
            NodeWarning? node = Choices.Find<NodeWarning>(name);
            _asked.Add(record => (pack is not null && record.Warning == (int)pack)
                || (lane is not null && record.LaneWarning == (int)lane)
                || (node is not null && record.NodeWarning == (int)node));
        }

        if (arguments.Has("reason"))
        {
            string name = arguments.Text("reason");
            CommandReason? command = Choices.Find<CommandReason>(name);
            IsolationReason? isolation = Choices.Find<IsolationReason>(name);
            CustodyReason? custody = Choices.Find<CustodyReason>(name);
            _asked.Add(record => record.Kind switch
            {
                EventKind.PackIsolated => isolation is not null && record.Value == (int)isolation,
                EventKind.PackDelivered or EventKind.PackRemoved => custody is not null && record.Value == (int)custody,
                _ => command is not null && record.Reason == (int)command,
            });
        }
    }

    private void Ask<T>(Arguments arguments, string name, Func<EventRecord, int> read)
        where T : struct, Enum
    {
        if (arguments.Has(name))
        {
            int wanted = Convert.ToInt32(Choices.Parse<T>(arguments.Text(name)), provider: null);
            _asked.Add(record => read(record) == wanted);
        }
    }
}

using System.CommandLine;
using SwapEdge.Simulator.Yaml;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>The options of <c>swapsim run</c>.</summary>
internal sealed class RunArguments
{
    private const int MostParallel = 64;
    private const string RealTime = "1";
    private const string FullSpeed = "max";

    private readonly Option<bool> _all = new("--all") { Description = "All shipped scenarios." };

    private readonly Option<bool> _list = new("--list") { Description = "Show the shipped scenarios; run nothing." };

    private readonly Option<bool> _schema = new("--schema")
    {
        Description = "Print the JSON schema of a scenario, for editors; run nothing.",
    };

    private readonly Option<ulong> _seed = new("--seed")
    {
        Description = "Seed of the run: the same seed gives the same run.",
        DefaultValueFactory = _ => 1,
        HelpName = "N",
    };

    private readonly Option<string?> _speed = new("--speed")
    {
        Description = "As fast as the machine goes (if not said), or in real time (with a broker of others always).",
        HelpName = "max|1",
    };

    private readonly Option<string?> _board = new("--board")
    {
        Description = "Run nodes through the drivers and wires of their boards: each kind of node on its own, "
            + "or only those that the named board is for; 'virtual': none. As the scenario says if left out.",
        HelpName = string.Join('|', BoardChoice.All.Select(one => one.Name)),
    };

    private readonly Option<string?> _timeout = new("--timeout")
    {
        Description = "Real time that each scenario may take, such as '90 s' or '5 min'; exit code 42 when it is over.",
        HelpName = "DURATION",
    };

    private readonly Option<int> _parallel = new("--parallel")
    {
        Description = "How many run at once; as many as there are cores if left out.",
        DefaultValueFactory = _ => Math.Clamp(Environment.ProcessorCount, 1, MostParallel),
        HelpName = "N",
    };

    private readonly Option<string?> _record = new("--record")
    {
        Description = "Write all that each node is given and gives, of several scenarios into a folder; 'swapsim "
            + "replay FILE' runs the firmware on it. What fails leaves one in " + RunBatch.RecordFolder
            + " if left out.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _candump = new("--candump")
    {
        Description = "Write every frame of every CAN bus as candump -L does: link, swap1, bay1, bay2...; of one "
            + "scenario.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _junit = new("--junit")
    {
        Description = "Write the results as JUnit XML.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Show the results as JSON lines." };

    private readonly BrokerChoice _broker = new(required: false) { MayBeEmbedded = true };

    public void AddTo(Command command)
    {
        _speed.AcceptOnlyFromAmong(FullSpeed, RealTime);
        _speed.HelpName = "max|1";
        _board.AcceptOnlyFromAmong([.. BoardChoice.All.Select(one => one.Name)]);
        _board.HelpName = string.Join('|', BoardChoice.All.Select(one => one.Name));
        command.Add(_all);
        command.Add(_list);
        command.Add(_seed);
        command.Add(_speed);
        command.Add(_board);
        _broker.AddTo(command);
        command.Add(_timeout);
        command.Add(_parallel);
        command.Add(_junit);
        command.Add(_json);
        command.Add(_record);
        command.Add(_candump);
        command.Add(_schema);
    }

    /// <summary>Something is to be done without any named.</summary>
    public bool NeedsNoScenario(System.CommandLine.Parsing.CommandResult result) =>
        result.GetValue(_all) || result.GetValue(_list) || result.GetValue(_schema);

    public bool IsAll(ParseResult parsed) => parsed.GetValue(_all);

    public bool IsList(ParseResult parsed) => parsed.GetValue(_list);

    public bool IsSchema(ParseResult parsed) => parsed.GetValue(_schema);

    /// <summary>Null, and the reason, when they do not go together.</summary>
    public RunOptions? Options(ParseResult parsed, int scenarios, out string refusal)
    {
        refusal = "";
        TimeSpan? timeout = null;
        if (parsed.GetValue(_timeout) is { } text)
        {
            refusal = Quantity.Duration(text, out long ms) is { } wrong ? $"--timeout: {wrong}"
                : ms == 0 ? "--timeout: 0 s is no time at all" : "";
            timeout = TimeSpan.FromMilliseconds(ms);
        }

        int parallel = parsed.GetValue(_parallel);
        if (parallel is < 1 or > MostParallel)
        {
            refusal = Invariant($"--parallel: 1 to {MostParallel}");
        }

        if (scenarios > 1 && parsed.GetValue(_candump) is not null)
        {
            refusal = "--candump: one scenario alone; each has buses of its own";
        }

        bool isForeign = parsed.GetValue(_broker.Option) is { } broker && broker != BrokerChoice.Embedded;
        if (isForeign && parsed.GetValue(_speed) == FullSpeed)
        {
            refusal = "--broker: a broker of others is spoken to in real time; leave --speed out";
        }

        Func<IConnection>? opener = isForeign && refusal.Length == 0 ? _broker.Opener(parsed, out refusal) : null;
        if (refusal.Length > 0)
        {
            return null;
        }

        return new RunOptions
        {
            Seed = parsed.GetValue(_seed),
            RealTime = isForeign || parsed.GetValue(_speed) == RealTime,
            Boards = BoardChoice.All.FirstOrDefault(one => one.Name == parsed.GetValue(_board)),
            Broker = opener,
            Parallel = isForeign ? 1 : parallel,
            Timeout = timeout,
            Record = parsed.GetValue(_record),
            Candump = parsed.GetValue(_candump),
            JUnit = parsed.GetValue(_junit),
            Json = parsed.GetValue(_json),
            Reported = scenarios == 1 && !parsed.GetValue(_json),
        };
    }
}

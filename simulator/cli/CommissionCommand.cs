using System.CommandLine;
using System.Diagnostics;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim commission</c>.</summary>
public static class CommissionCommand
{
    private const int RestMs = 5;

    private static readonly Argument<string> Node = new("NODE") { Description = "city/station/node" };

    private static readonly Option<FileInfo> Nodes = CityServerCommand.Nodes();

    private static readonly Option<FileInfo> Store = CityServerCommand.Store();

    private static readonly Option<string> Language = new("--language")
    {
        Description = "en or zh.",
        DefaultValueFactory = _ => "en",
        HelpName = "en|zh",
    };

    private static readonly Option<FileInfo> Report = new("--report")
    {
        Description = "Writes what was seen as JSON, and beside it as text (.txt). One that is there is completed.",
        HelpName = "FILE",
    };

    private static readonly Option<string> Step = new("--step")
    {
        Description = $"One step alone, as inputs/lock-closed-3, or a group: "
            + $"{string.Join(", ", CommissionWalk.GroupNames)}.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "The report on the output; what to do goes to the error stream.",
    };

    private static readonly Option<int> Points = new("--points")
    {
        Description = "Lock points that have sensors, 0 to 16.",
        DefaultValueFactory = _ => 1,
        HelpName = "N",
    };

    private static readonly Option<string> Without = new("--without")
    {
        Description = "Steps that this station has no input or output for, as vehicle-still,2-charge.",
        HelpName = "NAME,...",
        DefaultValueFactory = _ => "",
    };

    private static readonly Option<int> Wait = new("--wait")
    {
        Description = "Seconds that a person may take for one thing.",
        DefaultValueFactory = _ => 60,
        HelpName = "SECONDS",
    };

    public static Command Create()
    {
        BrokerChoice broker = new();
        Command command = new(
            "commission",
            "Walks a technician at the station through a node: what it sees of inputs, outputs, buses, packs, network, "
                + "time, memory, store, certificates, and a test swap by hand. It looks; what moves is asked for on "
                + "the pendant. Exit code 0 when all passed, 1 when a step failed, 42 when nobody answered.")
        {
            Node, Nodes, Store, Language, Report, Step, Json, Points, Without, Wait,
        };
        broker.AddTo(command);
        command.SetAction(parsed => Run(parsed, broker, parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(ParseResult parsed, BrokerChoice broker, InvocationConfiguration console)
    {
        CommissionPlan plan = Plan(parsed);
        string refusal = Refusal(parsed, plan);
        NodeKeys? keys = refusal.Length == 0 ? NodeKeys.Read(parsed.GetRequiredValue(Nodes), out refusal) : null;
        refusal = keys is not null && !keys.TryGet(plan.Node, out _)
            ? $"{parsed.GetRequiredValue(Nodes)}: no node '{plan.Node}'" : refusal;
        Func<IConnection>? open = refusal.Length == 0 ? broker.Opener(parsed, out refusal) : null;
        if (refusal.Length > 0 || open is null)
        {
            console.Error.WriteLine($"swapsim commission: {refusal}");
            return ExitCode.WrongInput;
        }

        MqttConnect greeting = new($"city-commission-{Environment.ProcessId}") { KeepAliveS = 30 };
        using ReferenceCity city = new(
            new MqttClient(new MqttClientOptions(greeting), open),
            new CityStore(parsed.GetRequiredValue(Store).FullName), keys!, [CityTopic.Of(plan.Node, "result")]);
        TextWriter talk = parsed.GetValue(Json) ? console.Error : console.Output;
        CommissionReport report = new CommissionWalk(Line(city, plan.Node), plan, talk.WriteLine).Run();
        if (report.Results.Count == 0)
        {
            console.Error.WriteLine($"swapsim commission: --step: this node has no '{plan.Step}'");
            return ExitCode.WrongInput;
        }

        Write(report, parsed, new CommissionTexts(plan.Chinese), console.Output);
        return report.Exit;
    }

    private static CommissionPlan Plan(ParseResult parsed) => new(
        parsed.GetRequiredValue(Node), parsed.GetValue(Language) == "zh", parsed.GetValue(Step) ?? "",
        parsed.GetValue(Points),
        (parsed.GetValue(Without) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries),
        parsed.GetValue(Wait) * 1000L);

    private static string Refusal(ParseResult parsed, CommissionPlan plan) =>
        parsed.GetValue(Language) is not ("en" or "zh") ? "--language: en or zh"
        : plan.LockPoints is < 0 or > 16 ? "--points: 0 to 16"
        : plan.WaitMs is < 1_000 or > 3_600_000 ? "--wait: 1 to 3600"
        : plan.Step.Length > 0 && CommissionWalk.GroupNames.All(group => group != plan.Step.Split('/')[0])
            ? $"--step: begins with one of {string.Join(", ", CommissionWalk.GroupNames)}" : "";

    private static CommissionLine Line(ReferenceCity city, string node)
    {
        long began = Stopwatch.GetTimestamp();
        long NowMs() => (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        static long UtcMs() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        return new CommissionLine(city, node, NowMs, UtcMs, () =>
        {
            bool busy = city.Client.Pump(NowMs()) | city.Serve(NowMs(), UtcMs());
            Thread.Sleep(busy ? 0 : RestMs);
        });
    }

    /// <summary>A step that was done again takes its place among those of before.</summary>
    private static void Write(CommissionReport report, ParseResult parsed, CommissionTexts texts, TextWriter output)
    {
        CommissionReport whole = report;
        if (parsed.GetValue(Report) is { } file)
        {
            CommissionReport? earlier = file.Exists ? CommissionReport.Read(File.ReadAllText(file.FullName)) : null;
            whole = earlier is not null && earlier.Node == report.Node ? report.After(earlier) : report;
            File.WriteAllText(file.FullName, whole.Json());
            File.WriteAllText(Path.ChangeExtension(file.FullName, ".txt"), whole.Text(texts));
        }

        output.Write(parsed.GetValue(Json) ? whole.Json() : "\n" + whole.Text(texts));
    }
}

using System.CommandLine;
using System.Diagnostics;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim command</c>.</summary>
public static class SendCommand
{
    private const int RestMs = 5;
    private const long AgainMs = 10_000;
    private const int MostMinutes = 31 * 24 * 60;

    private static readonly Argument<string> Node = new("NODE") { Description = "city/station/node" };

    private static readonly Argument<string> Operation = new("OPERATION")
    {
        Description = string.Join(", ", CityOrder.Names),
    };

    private static readonly Option<FileInfo> Nodes = CityServerCommand.Nodes();

    private static readonly Option<FileInfo> Store = CityServerCommand.Store();

    private static readonly Option<string> Vehicle = new("--vehicle")
    {
        Description = "VIN, tag or card.",
        HelpName = "VEHICLE",
    };

    private static readonly Option<string> Order = new("--order")
    {
        Description = "The city's name for the swap.",
        HelpName = "NAME",
    };

    private static readonly Option<ulong> Number = new("--number")
    {
        Description = "request_id of the swap to abort, or number of the order that closes or opens the node.",
        HelpName = "N",
    };

    private static readonly Option<int> Bay = new("--bay")
    {
        Description = "One bay; all of the node when left out.",
        HelpName = "N",
    };

    private static readonly Option<int> Minutes = new("--minutes")
    {
        Description = "How long an authorisation or a limit lasts.",
        DefaultValueFactory = _ => 60,
        HelpName = "N",
    };

    private static readonly Option<int?> Limit = new("--limit")
    {
        Description = "The most that is drawn, watts.",
        HelpName = "WATTS",
    };

    private static readonly Option<string> Periods = new("--periods")
    {
        Description = "Of schedule-charging: MINUTES:WATTS,... each from so many minutes after now.",
        HelpName = "PERIODS",
    };

    private static readonly Option<FileInfo> Settings = new("--settings")
    {
        Description = "Of change-settings: file with the bytes of a Settings (settings.proto).",
        HelpName = "FILE",
    };

    private static readonly Option<int> Valid = new("--valid")
    {
        Description = "Seconds after which the node must not obey any more, 1 to 86400.",
        DefaultValueFactory = _ => 300,
        HelpName = "N",
    };

    private static readonly Option<int> Seconds = new("--seconds")
    {
        Description = "How long its end is waited for.",
        DefaultValueFactory = _ => 30,
        HelpName = "N",
    };

    public static Command Create()
    {
        BrokerChoice broker = new();
        Command command = new(
            "command",
            "Sends one signed command to a node and prints what the node says of it. Counter and command stand in the "
                + "city's database before it leaves. Exit code 0 when it was done, 1 when it was refused or failed, "
                + "42 when no end was heard.")
        {
            Node, Operation, Nodes, Store, Vehicle, Order, Number, Bay, Minutes, Limit, Periods, Settings, Valid,
            Seconds,
        };
        broker.AddTo(command);
        command.SetAction(parsed => Run(parsed, broker, parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(ParseResult parsed, BrokerChoice broker, InvocationConfiguration console)
    {
        string node = parsed.GetRequiredValue(Node);
        CityCommand asked = Asked(parsed);
        string refusal = Refusal(parsed, asked);
        NodeKeys? keys = refusal.Length == 0 ? NodeKeys.Read(parsed.GetRequiredValue(Nodes), out refusal) : null;
        refusal = keys is not null && !keys.TryGet(node, out _)
            ? $"{parsed.GetRequiredValue(Nodes)}: no node '{node}'" : refusal;
        Func<IConnection>? open = refusal.Length == 0 ? broker.Opener(parsed, out refusal) : null;
        if (refusal.Length > 0 || open is null)
        {
            console.Error.WriteLine($"swapsim command: {refusal}");
            return ExitCode.WrongInput;
        }

        MqttConnect greeting = new($"city-command-{Environment.ProcessId}") { KeepAliveS = 30 };
        using ReferenceCity city = new(
            new MqttClient(new MqttClientOptions(greeting), open),
            new CityStore(parsed.GetRequiredValue(Store).FullName), keys!,
            [CityTopic.Of(node, "result"), CityTopic.Of(node, "birth")])
        {
            Tell = (_, said) => console.Output.WriteLine(said),
        };
        return Talk(city, node, asked, parsed.GetValue(Seconds), console.Output);
    }

    private static CityCommand Asked(ParseResult parsed)
    {
        long utcMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        string periods = parsed.GetValue(Periods) ?? "";
        int? limit = parsed.GetValue(Limit);
        return new CityCommand(CityOrder.Parse(parsed.GetRequiredValue(Operation)))
        {
            Vehicle = parsed.GetValue(Vehicle) ?? "",
            Order = parsed.GetValue(Order) ?? "",
            Number = parsed.GetValue(Number),
            Bay = parsed.GetValue(Bay),
            UntilUtcMs = utcMs + (parsed.GetValue(Minutes) * 60_000L),
            Periods = periods.Length > 0 ? CityOrder.Periods(periods, utcMs) ?? []
                : limit is { } watts ? [new ChargingPeriod(0, watts)] : [],
            Settings = parsed.GetValue(Settings) is { Exists: true } file ? File.ReadAllBytes(file.FullName) : default,
            Valid = TimeSpan.FromSeconds(parsed.GetValue(Valid)),
        };
    }

    private static string Refusal(ParseResult parsed, CityCommand asked) =>
        parsed.GetValue(Valid) is < 1 or > 86_400 ? "--valid: 1 to 86400"
        : parsed.GetValue(Minutes) is < 1 or > MostMinutes ? $"--minutes: 1 to {MostMinutes}"
        : CityOrder.Refusal(asked);

    private static int Talk(ReferenceCity city, string node, CityCommand asked, int seconds, TextWriter output)
    {
        long began = Stopwatch.GetTimestamp();
        ulong id = 0;
        long sentMs = 0;
        CommandRow? told = null;
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
        {
            long nowMs = (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            long utcMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            bool busy = city.Client.Pump(nowMs) | city.Serve(nowMs, utcMs);
            if (id == 0 && city.IsListening)
            {
                id = asked.Operation == CommandOperation.RotateKey
                    ? city.RotateKey(node, utcMs) : city.Send(node, asked, utcMs);
                sentMs = nowMs;
                output.WriteLine($"{node}: {CityOrder.NameOf(asked.Operation)}, counter {id}");
            }

            CommandRow? now = city.Store.Commands(node).FirstOrDefault(sent => sent.Counter == id);
            told = Show(now, told, output);
            bool key = asked.Operation == CommandOperation.RotateKey && told is { State: ResultState.Done };
            if (told is { State: >= ResultState.Done, IsNotYet: false } && !(key && city.IsChangingKey(node)))
            {
                return told.State == ResultState.Done ? ExitCode.Passed : ExitCode.Failed;
            }

            if (id != 0 && nowMs - sentMs >= AgainMs)
            {
                sentMs = nowMs;
                city.SendAgain(node, id);
            }

            Thread.Sleep(busy ? 0 : RestMs);
        }

        output.WriteLine(id == 0 ? $"not connected: {city.Client.DownReason}" : "no end was heard");
        return ExitCode.TimedOut;
    }

    private static CommandRow? Show(CommandRow? now, CommandRow? told, TextWriter output)
    {
        if (now is null || now == told || now.State == ResultState.None)
        {
            return told;
        }

        output.WriteLine(
            Words.Of(now.State) + (now.Reason == CommandReason.None ? "" : $": {Words.Of(now.Reason)}"));
        return now;
    }
}

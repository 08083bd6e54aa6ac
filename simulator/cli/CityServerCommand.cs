using System.CommandLine;
using System.Diagnostics;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim city</c>.</summary>
public static class CityServerCommand
{
    /// <summary>Between two looks at a connection that has nothing to say.</summary>
    private const int RestMs = 5;

    private static readonly Option<FileInfo> Known = Nodes();

    private static readonly Option<FileInfo> Database = Store();

    private static readonly Option<int> Seconds = new("--seconds")
    {
        Description = "Ends after so long; without it, when it is interrupted.",
        HelpName = "N",
    };

    private static readonly Option<long> Events = new("--events")
    {
        Description = "Ends once so many events are stored; exit code 42 when --seconds are over before.",
        HelpName = "N",
    };

    private static readonly Option<string[]> Rotate = new("--rotate-key")
    {
        Description = "Changes the key of this node (city/station/node), in two phases.",
        HelpName = "NODE",
    };

    private static readonly Option<bool> Warnings = new("--warnings")
    {
        Description = "Prints each warning and alarm as it comes.",
    };

    private static readonly Option<DirectoryInfo> Import = new("--import")
    {
        Description = "Instead of serving: takes over a history from a device or its card. Its chain is checked.",
        HelpName = "DIR",
    };

    private static readonly Option<string> Node = new("--node")
    {
        Description = "Whose history --import brings: city/station/node.",
        HelpName = "NODE",
    };

    public static Command Create()
    {
        BrokerChoice broker = new(required: false);
        Command command = new(
            "city",
            "The reference city at a broker: stores what the nodes send in SQLite, acknowledges it signed, sends "
                + "commands that were given to it. Real time.")
        {
            Known, Database, Seconds, Events, Rotate, Warnings, Import, Node,
        };
        broker.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(Import) is null == result.GetResult(broker.Option) is null)
            {
                result.AddError("--broker, or --import");
            }

            if (result.GetResult(Import) is null != result.GetResult(Node) is null)
            {
                result.AddError("--import and --node belong together");
            }
        });
        command.SetAction(parsed => parsed.GetValue(Import) is { } folder
            ? ImportCommand.Run(
                folder, parsed.GetRequiredValue(Node), parsed.GetRequiredValue(Known),
                parsed.GetRequiredValue(Database), parsed.InvocationConfiguration)
            : Run(parsed, broker, parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(ParseResult parsed, BrokerChoice broker, InvocationConfiguration console)
    {
        NodeKeys? keys = NodeKeys.Read(parsed.GetRequiredValue(Known), out string refusal);
        string[] changes = parsed.GetValue(Rotate) ?? [];
        refusal = keys is not null && Array.Find(changes, node => !keys.TryGet(node, out _)) is { } stranger
            ? $"--rotate-key: no node '{stranger}'" : refusal;
        Func<IConnection>? open = refusal.Length == 0 ? broker.Opener(parsed, out refusal) : null;
        if (keys is null || open is null)
        {
            console.Error.WriteLine($"swapsim city: {refusal}");
            return ExitCode.WrongInput;
        }

        MqttConnect greeting = new("city") { CleanSession = false, KeepAliveS = 30 };
        MqttClient client = new(new MqttClientOptions(greeting) { Window = 64 }, open);
        using ReferenceCity city = new(client, new CityStore(parsed.GetRequiredValue(Database).FullName), keys);
        city.Tell = parsed.GetValue(Warnings) || changes.Length > 0
            ? (whose, said) => console.Output.WriteLine($"{whose}  {said}") : null;
        Array.ForEach(changes, node => city.RotateKey(node, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()));
        return Serve(city, parsed.GetValue(Seconds), parsed.GetValue(Events), console);
    }

    internal static Option<FileInfo> Nodes() => new("--nodes")
    {
        Description = "The nodes of the city: a line each, 'city/station/node' and its key, 64 hexadecimal digits.",
        HelpName = "FILE",
        Required = true,
    };

    internal static Option<FileInfo> Store() => new("--store")
    {
        Description = "SQLite database; made when it is not there.",
        HelpName = "FILE",
        DefaultValueFactory = _ => new FileInfo("city.sqlite"),
    };

    private static int Serve(ReferenceCity city, int seconds, long events, InvocationConfiguration console)
    {
        bool interrupted = false;
        void Interrupt(object? sender, ConsoleCancelEventArgs e)
        {
            e.Cancel = true;
            Volatile.Write(ref interrupted, true);
        }

        Console.CancelKeyPress += Interrupt;
        long began = Stopwatch.GetTimestamp();
        MqttLink told = MqttLink.Down;
        bool reached = false;
        bool over = false;
        while (!reached && !over && !Volatile.Read(ref interrupted))
        {
            long nowMs = (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            bool busy = city.Client.Pump(nowMs);
            busy |= city.Serve(nowMs, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
            told = Tell(city.Client, told, console.Output);
            reached = events > 0 && !busy && city.Client.Idle
                && city.Store.Journals().Sum(journal => journal.Events) >= events;
            over = seconds > 0 && nowMs >= seconds * 1000L;
            if (!busy)
            {
                Thread.Sleep(RestMs);
            }
        }

        Console.CancelKeyPress -= Interrupt;
        Show(city, console.Output);
        return events > 0 && !reached ? ExitCode.TimedOut : ExitCode.Passed;
    }

    private static MqttLink Tell(MqttClient client, MqttLink told, TextWriter output)
    {
        if (client.Link == told || client.Link == MqttLink.Connecting)
        {
            return told;
        }

        output.WriteLine(client.Link == MqttLink.Up ? "connected" : $"not connected: {client.DownReason}");
        return client.Link;
    }

    private static void Show(ReferenceCity city, TextWriter output)
    {
        foreach (CityJournal journal in city.Store.Journals())
        {
            output.WriteLine(
                $"{journal.Node}  journal {CityStore.Hex(journal.Journal)}  events {journal.Events}  "
                + $"stored through {journal.Through}  {city.Store.State(journal.Node) ?? "state unknown"}");
        }

        output.WriteLine($"came again {city.Duplicates}, contradicted {city.Conflicts}, refused {city.Refused}");
        if (city.Refused > 0)
        {
            output.WriteLine($"last refused: {city.LastRefusal}");
        }
    }
}

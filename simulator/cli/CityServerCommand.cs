using System.CommandLine;
using System.Diagnostics;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim city</c>.</summary>
public static class CityServerCommand
{
    /// <summary>Between two looks at a connection that has nothing to say.</summary>
    private const int RestMs = 5;

    public static Command Create()
    {
        BrokerChoice broker = new();
        Option<FileInfo> nodes = new("--nodes")
        {
            Description = "The nodes of the city: a line each, 'city/station/node' and its key, 64 hexadecimal digits.",
            HelpName = "FILE",
            Required = true,
        };
        Option<FileInfo> store = new("--store")
        {
            Description = "SQLite database; made when it is not there.",
            HelpName = "FILE",
            DefaultValueFactory = _ => new FileInfo("city.sqlite"),
        };
        Option<int> seconds = new("--seconds")
        {
            Description = "Ends after so long; without it, when it is interrupted.",
            HelpName = "N",
        };
        Option<long> events = new("--events")
        {
            Description = "Ends once so many events are stored; exit code 42 when --seconds are over before.",
            HelpName = "N",
        };
        Option<string> diagnose = new("--diagnose")
        {
            Description = "Asks this node, city/station/node, for a diagnostic report; swapsim report shows it.",
            HelpName = "NODE",
        };
        Command command = new(
            "city",
            "The reference city at a broker: stores what the nodes send in SQLite, acknowledges it signed, sends "
                + "commands that were given to it. Real time.")
        {
            nodes, store, seconds, events, diagnose,
        };
        broker.AddTo(command);
        command.SetAction(parsed =>
        {
            TextWriter error = parsed.InvocationConfiguration.Error;
            if (NodeKeys.Read(parsed.GetRequiredValue(nodes), out string refusal) is not { } keys
                || broker.Opener(parsed, out refusal) is not { } open)
            {
                error.WriteLine($"swapsim city: {refusal}");
                return ExitCode.WrongInput;
            }

            MqttConnect greeting = new("city") { CleanSession = false, KeepAliveS = 30 };
            MqttClient client = new(new MqttClientOptions(greeting) { Window = 64 }, open);
            using ReferenceCity city = new(
                client, new CityStore(parsed.GetRequiredValue(store).FullName), keys);
            if (parsed.GetValue(diagnose) is { } asked && !Ask(city, asked))
            {
                error.WriteLine($"swapsim city: {asked} is not in {parsed.GetRequiredValue(nodes)}");
                return ExitCode.WrongInput;
            }

            return Serve(city, parsed.GetValue(seconds), parsed.GetValue(events), parsed.InvocationConfiguration);
        });
        return command;
    }

    private static bool Ask(ReferenceCity city, string node) => city.Send(
        node, new CityCommand(CommandOperation.Diagnose), DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()) != 0;

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

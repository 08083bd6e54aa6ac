using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SwapEdge.Simulator;

/// <summary>The help of a command, and behind it how people use it.</summary>
/// <param name="usual">What the library says.</param>
public sealed class TeachingHelp(HelpAction usual) : SynchronousCommandLineAction
{
    /// <summary>By command, "" for none: a line to type, and what it gives.</summary>
    public static IReadOnlyDictionary<string, (string Line, string Gives)[]> Examples { get; } =
        new Dictionary<string, (string Line, string Gives)[]>(StringComparer.Ordinal)
        {
            [""] =
            [
                ("swapsim", "one swap of a truck, told phase by phase: the place to begin"),
                ("swapsim run car", "another vehicle"),
                ("swapsim chaos --seeds 50", "fifty lives in which things go wrong"),
                ("swapsim COMMAND --help", "what a command takes, with examples"),
            ],
            ["run"] =
            [
                ("swapsim run truck", "one visit: phases, evidence, what the city has"),
                ("swapsim run --list", "what is shipped, each a story with a claim"),
                ("swapsim run --all --junit results.xml", "all of it, as CI does"),
                ("swapsim run my-stories/ one.yaml", "your own: see simulator/scenario/README.md"),
                ("swapsim run truck --seed 7", "the same with other chances; one seed, one run"),
                ("swapsim run car --board virtual", "without the drivers of the boards"),
                ("swapsim run car --record car.record", "keep all that each node was given and gave"),
                ("swapsim run car --candump car.log", "keep every CAN frame, for any CAN tool"),
                ("swapsim run car --speed 1", "as it would be, with the threads of its boards"),
            ],
            ["replay"] =
            [
                ("swapsim replay capture.log --bus charger", "a candump of a charger bus, decoded as JSON lines"),
                ("swapsim replay car.record", "the firmware on the inputs of a run: bit for bit, or where it differs"),
                ("swapsim replay car.record --trace --node lane-1", "and the steps of its swap machine"),
            ],
            ["diff"] =
            [
                ("swapsim diff before.record after.record", "where two runs part, in words"),
            ],
            ["chaos"] =
            [
                ("swapsim chaos --seeds 500", "what CI does"),
                ("swapsim chaos --first 4711 --seeds 1", "one life again, which had failed"),
            ],
            ["check"] =
            [
                ("swapsim check", "all kinds of vehicle and station"),
                ("swapsim check bottom-swap-car", "one of them"),
            ],
            ["decode"] =
            [
                ("swapsim decode 182756F4#A510", "426.1 V, in a message of the charging BMS"),
            ],
            ["journal"] =
            [
                ("swapsim journal /media/card --key mac.key", "what was changed, removed or added on a card"),
            ],
            ["powercut"] =
            [
                ("swapsim powercut --cuts 1000", "a short one"),
            ],
            ["settings"] =
            [
                ("swapsim settings station.json", "only check"),
                ("swapsim settings station.json --node lane-1 --out settings.bin", "and write what a node reads"),
            ],
            ["city"] =
            [
                ("swapsim city --broker mqtt://localhost --nodes nodes.txt", "stores and acknowledges, until Ctrl-C"),
            ],
            ["command"] =
            [
                ("swapsim command demo/truck-1/lane-1 self-test --broker mqtt://localhost --nodes nodes.txt",
                    "what the node finds"),
            ],
            ["report"] =
            [
                ("swapsim report lane-1 --output report.json", "what the node last told of itself"),
            ],
            ["commission"] =
            [
                ("swapsim commission demo/truck-1/lane-1 --broker mqtt://localhost --nodes nodes.txt",
                    "every input, output and bus, one after the other"),
                ("swapsim commission demo/truck-1/lane-1 --broker mqtt://localhost --nodes nodes.txt --step inputs",
                    "the inputs alone"),
            ],
            ["completion"] =
            [
                ("eval \"$(swapsim completion bash)\"", "Tab completes commands, options and names from now on"),
            ],
        };

    /// <summary>Who asks for help need not have typed the rest.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        ArgumentNullException.ThrowIfNull(parseResult);
        Command command = parseResult.CommandResult.Command;
        foreach (Command one in command.Subcommands)
        {
            // The list has a sentence each; the rest stands in the help of the command.
            one.Description = one.Description?.Split(". ")[0].TrimEnd('.') + ".";
        }

        int exitCode = usual.Invoke(parseResult);
        if (Examples.TryGetValue(command is RootCommand ? "" : command.Name, out (string Line, string Gives)[]? lines))
        {
            TextWriter output = parseResult.InvocationConfiguration.Output;
            int width = lines.Max(one => one.Line.Length);
            output.WriteLine("Examples:");
            foreach ((string line, string gives) in lines)
            {
                output.WriteLine($"  {line.PadRight(width)}  {gives}");
            }

            output.WriteLine();
        }

        return exitCode;
    }
}

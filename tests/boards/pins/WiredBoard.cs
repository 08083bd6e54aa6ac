using System.Reflection;
using SwapEdge.Boards;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Boards;

/// <summary>A board as it is made on a bench, with the numbers of its Pins.</summary>
public sealed class WiredBoard
{
    private WiredBoard(ModulePins module, string node, Func<NodeBoard> make)
    {
        Module = module;
        Node = node;
        Rig = new BoardRig(make, null, null);
        Pins = [.. Rig.Board.GetType().Assembly.GetTypes().Single(type => type.Name == "Pins")
            .GetFields().Select(field => (field.Name, (int)field.GetRawConstantValue()!))];
    }

    public ModulePins Module { get; }

    /// <summary>A node of the example that it can be.</summary>
    public string Node { get; }

    public BoardRig Rig { get; }

    public NodeBoard Board => Rig.Board;

    public IReadOnlyList<(string Name, int Pin)> Pins { get; }

    public static WiredBoard Of(string name) => name switch
    {
        "esp32-wrover" => new(ModulePins.Wrover, "bays-1", () => new SwapEdge.Boards.Esp32Wrover.Board()),
        "esp32-s3" => new(ModulePins.S3, "lane-1", () => new SwapEdge.Boards.Esp32S3.Board()),
        "esp32-olimex" => new(ModulePins.Olimex, "cabinet-1", () => new SwapEdge.Boards.Esp32Olimex.Board()),
        _ => throw new ArgumentException(name, nameof(name)),
    };

    public static bool IsInput(string name) =>
        name.EndsWith("Rx", StringComparison.Ordinal) || name.EndsWith("Miso", StringComparison.Ordinal)
        || name.EndsWith("Heard", StringComparison.Ordinal);

    /// <summary>What must be low until the program asks for it.</summary>
    public static bool IsRequest(string name) =>
        name.EndsWith("Permit", StringComparison.Ordinal) || name == "Heartbeat";

    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>A field of a driver, private or not.</summary>
    public static T Field<T>(object of, string name) =>
        (T)of.GetType().GetField(name, All)!.GetValue(of)!;
}

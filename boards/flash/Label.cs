using Spectre.Console;

namespace SwapEdge.Boards.Flash;

/// <summary>What is stuck onto the board.</summary>
public static class Label
{
    private const int Width = 44;

    public static void Write(TextWriter output, NodeFile node, DeviceReport said, Language language)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(said);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = Width;
        string text = $"{node.City} / {node.Station}\n{node.Node}  ({said.Board})\n"
            + $"{node.Crc:X8}  {said.Build}\n{said.Journal:X16}";
        console.Write(new Panel(new Text(text))
        {
            Header = new PanelHeader(StepTexts.Of(StepText.Label, language)),
            Width = Width,
        });
    }
}

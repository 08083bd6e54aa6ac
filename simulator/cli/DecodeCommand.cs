using System.CommandLine;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim decode ID#HEX</c>.</summary>
public static class DecodeCommand
{
    public static Command Create()
    {
        Argument<string> frame = new("ID#HEX") { Description = "A frame as candump writes it, such as 182756F4#A510." };
        Command command = new("decode", "Say in words what one CAN frame means.") { frame };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(frame),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    public static int Run(string text, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        CanFrame frame = new();
        if (FrameText.Parse(text, frame) is { } wrong)
        {
            error.WriteLine($"swapsim decode: {text}: {wrong}");
            return ExitCode.WrongInput;
        }

        foreach (string line in FrameExplainer.Explain(frame))
        {
            output.WriteLine(line);
        }

        return ExitCode.Passed;
    }
}

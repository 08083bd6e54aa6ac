using System.CommandLine;

namespace SwapEdge.Boards.Flash;

/// <summary>The command line: from arguments to the exit code.</summary>
public static class FlashCli
{
    public static int Run(string[] args, FlashWorld world)
    {
        ArgumentNullException.ThrowIfNull(world);
        FlashCommand command = new();
        Language language = Culture.Detect(world.Environment);
        try
        {
            ParseResult parsed = command.Root.Parse(
                args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
            language = command.Asked(parsed) ?? language;
            string wrong = parsed.Errors.Count > 0
                ? string.Join("; ", parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal))
                : IsRun(parsed) ? command.Refusal(parsed) ?? "" : "";
            if (wrong.Length > 0)
            {
                return Refuse(FlashEnd.WrongUsage, wrong, language, world);
            }

            command.Root.SetAction(given => (int)new FlashRun(command.Request(given, language), world).Run());
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = world.Output, Error = world.Output, EnableDefaultExceptionHandler = false,
            });
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return Refuse(FlashEnd.InternalError, $"{problem.GetType().Name} {problem.StackTrace}", language, world);
        }
    }

    /// <summary>Who asks for help or the version need not give what a run needs.</summary>
    private static bool IsRun(ParseResult parsed) => parsed.Action == null;

    private static int Refuse(FlashEnd end, string detail, Language language, FlashWorld world)
    {
        world.Output.WriteLine($"{EndTexts.Of(end, language, detail)} [{(int)end}]");
        world.Output.WriteLine(
            new FlashResult { Exit = (int)end, End = end.ToString(), Detail = detail }.ToJson());
        return (int)end;
    }
}

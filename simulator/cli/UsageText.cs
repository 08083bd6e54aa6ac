using System.CommandLine;
using System.CommandLine.Parsing;
using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Simulator;

/// <summary>What is wrong with a command line, in one sentence.</summary>
internal static class UsageText
{
    /// <summary>Null when nothing is.</summary>
    public static string? Of(ParseResult parsed)
    {
        // Who asks for help need not have typed the rest, nor who asks what could follow.
        if (parsed.Action is TeachingHelp || parsed.Tokens.Any(token => token.Type == TokenType.Directive))
        {
            return null;
        }

        Command command = parsed.CommandResult.Command;
        string name = command is RootCommand ? "swapsim" : $"swapsim {command.Name}";
        string? reason = UnknownOption(parsed) is { } option ? Near(
                $"there is no option {YamlErrors.Quote(option)}", option, command.Options.Select(one => one.Name))
            : parsed.Errors.Count == 0 ? null
            : Unmatched(parsed, command) ?? Reason(parsed.Errors[0]);
        return reason is null ? null : $"{name}: {reason}{(reason[^1] == '?' ? " See" : "; see")} '{name} --help'.";
    }

    /// <summary>
    /// What looks like an option and is none: the library takes it for an argument where one may stand. Behind a '--'
    /// anything is an argument.
    /// </summary>
    private static string? UnknownOption(ParseResult parsed) =>
        parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash) ? null
        : parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens)
            .Select(token => token.Value).Concat(parsed.UnmatchedTokens)
            .FirstOrDefault(value => value.Length > 1 && value[0] == '-' && !char.IsAsciiDigit(value[1]));

    private static string? Unmatched(ParseResult parsed, Command command)
    {
        if (parsed.UnmatchedTokens is not [{ } token, ..])
        {
            return null;
        }

        string quoted = YamlErrors.Quote(token);
        return command is RootCommand
            ? Near($"there is no command {quoted}", token, command.Subcommands.Select(one => one.Name))
            : $"{quoted} is an argument too many";
    }

    private static string Near(string reason, string token, IEnumerable<string> names) =>
        NearName.Of(token, names) is { } near ? $"{reason}; did you mean '{near}'?" : reason;

    private static string Reason(ParseError error)
    {
        (string name, Type? type) = SymbolOf(error.SymbolResult);
        string value = string.Join(' ', error.SymbolResult?.Tokens.Select(token => token.Value) ?? []);
        if (error.Message.StartsWith("Cannot parse argument", StringComparison.Ordinal))
        {
            return $"{name}: {YamlErrors.Quote(value)} is not {Kind(type)}";
        }

        if (error.Message.StartsWith("Required argument", StringComparison.Ordinal))
        {
            return error.SymbolResult switch
            {
                CommandResult command =>
                    $"{string.Join(' ', command.Command.Arguments.Select(one => one.Name))} is missing",
                ArgumentResult { Parent: not OptionResult } => $"{name} is missing",
                _ => $"{name} needs a value",
            };
        }

        // What may stand there follows in lines of its own.
        string[] lines =
            error.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 1
            ? $"{name}: {YamlErrors.Quote(value)} is none of {string.Join(", ", lines[1..])}"
            : error.Message.TrimEnd('.');
    }

    private static (string Name, Type? Type) SymbolOf(SymbolResult? result) => result switch
    {
        OptionResult option => (option.Option.Name, option.Option.ValueType),
        ArgumentResult { Parent: OptionResult option } => (option.Option.Name, option.Option.ValueType),
        ArgumentResult argument => (argument.Argument.Name, argument.Argument.ValueType),
        _ => ("", null),
    };

    private static string Kind(Type? type)
    {
        Type? plain = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        return plain is { IsEnum: true }
                ? $"one of {string.Join(", ", Enum.GetNames(plain).Select(one => one.ToLowerInvariant()))}"
            : plain == typeof(ulong) || plain == typeof(uint) ? "a whole number, 0 or greater"
            : plain == typeof(int) || plain == typeof(long) ? "a whole number"
            : "what is expected there";
    }
}

using System.CommandLine;
using SwapEdge.Simulator;

namespace SwapEdge.Boards.Flash;

/// <summary>The options, which flash.ps1 has under the same names.</summary>
public sealed class FlashCommand
{
    private const int LongestWaitS = 3600;

    private readonly Option<string> _board = Text(
        "--board", "NAME", "Kind of board: the name of its folder in boards.", required: true);

    private readonly Option<string> _settings = Text("--settings", "FILE", "The station's settings.", required: true);

    private readonly Option<string> _port = Text(
        "--port", "PORT", "Serial port, such as COM5 or /dev/ttyUSB0; the only one when left out.");

    private readonly Option<string> _node = Text(
        "--node", "NAME", "Which node of the station; the only one with this board when left out.");

    private readonly Option<string> _secrets = Text(
        "--secrets", "FILE", "Keys, certificates and Wi-Fi password, outside of any git work tree.");

    private readonly Option<string> _pe = Text("--pe", "FOLDER", "Folder with the .pe files of the device build.");

    private readonly Option<string> _archive = Text(
        "--archive", "FOLDER", "Folder of runtimes that nanoff has stored before: no internet is needed.");

    private readonly Option<string> _nanoff = Text(
        "--nanoff", "FILE", "A copy of nanoff; that of the tool manifest when left out.");

    private readonly Option<string> _broker = Text(
        "--broker", "URL", "The city's broker, mqtt[s]://host[:port], for the check; the serial port when left out.");

    private readonly Option<string> _authority = Text(
        "--authority", "FILE", "PEM file of the authorities to trust at the broker.");

    private readonly Option<string> _certificate = Text(
        "--certificate", "FILE", "PEM file of the technician's certificate for the broker.");

    private readonly Option<string> _key = Text("--key", "FILE", "PEM file of its private key.");

    private readonly Option<bool> _replace = new("--replace")
    {
        Description = "The board was exchanged: erase everything, and see that a new journal is begun.",
    };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Write nothing; show every step and command.",
    };

    private readonly Option<string> _language = Text(
        "--language", "LANGUAGE", "en or zh; that of this machine when left out.");

    private readonly Option<int> _wait = new("--wait")
    {
        Description = "Seconds for the board to report.", HelpName = "SECONDS", DefaultValueFactory = _ => 120,
    };

    public FlashCommand()
    {
        Root = new RootCommand("Puts runtime, program, settings and secrets onto a board and sees that they are there.")
        {
            _board, _settings, _port, _node, _secrets, _pe, _archive, _nanoff, _broker, _authority, _certificate, _key,
            _replace, _dryRun, _language, _wait,
        };
        _language.AcceptOnlyFromAmong("en", "zh");
    }

    public RootCommand Root { get; }

    /// <summary>What is wrong with arguments that are each of their kind; null when nothing is.</summary>
    public string? Refusal(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        Option<string>? empty = Root.Options.OfType<Option<string>>()
            .FirstOrDefault(option => parsed.GetValue(option) is { Length: 0 });
        if (empty != null)
        {
            return $"{empty.Name}: empty";
        }

        if (parsed.GetValue(_broker) is { } text && BrokerAddress.Parse(text, out string refusal) == null)
        {
            return refusal;
        }

        if ((parsed.GetValue(_certificate) == null) != (parsed.GetValue(_key) == null))
        {
            return "--certificate, --key";
        }

        if (parsed.GetValue(_replace) && parsed.GetValue(_broker) == null)
        {
            return "--replace needs --broker";
        }

        return parsed.GetValue(_wait) is < 1 or > LongestWaitS ? $"--wait: 1 - {LongestWaitS}" : null;
    }

    public FlashRequest Request(ParseResult parsed, Language otherwise)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        BrokerAddress? broker = parsed.GetValue(_broker) is { } url
            ? BrokerAddress.Parse(url, out string _)! with
            {
                AuthorityFile = parsed.GetValue(_authority),
                CertificateFile = parsed.GetValue(_certificate),
                KeyFile = parsed.GetValue(_key),
            }
            : null;
        return new FlashRequest
        {
            Board = parsed.GetRequiredValue(_board),
            Settings = parsed.GetRequiredValue(_settings),
            Port = parsed.GetValue(_port),
            Node = parsed.GetValue(_node),
            SecretsFile = parsed.GetValue(_secrets),
            Build = parsed.GetValue(_pe),
            Archive = parsed.GetValue(_archive),
            Nanoff = parsed.GetValue(_nanoff),
            Broker = broker,
            Replaced = parsed.GetValue(_replace),
            Rehearsal = parsed.GetValue(_dryRun),
            Language = Asked(parsed) ?? otherwise,
            WaitS = parsed.GetValue(_wait),
        };
    }

    /// <summary>Null when nobody asked for one.</summary>
    public Language? Asked(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        if (parsed.GetResult(_language) is not { Tokens.Count: > 0 } result)
        {
            return null;
        }

        return result.Tokens[0].Value == "zh" ? Language.Chinese : Language.English;
    }

    private static Option<string> Text(string name, string value, string description, bool required = false) =>
        new(name) { HelpName = value, Description = description, Required = required };
}

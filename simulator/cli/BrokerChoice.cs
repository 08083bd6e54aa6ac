using System.CommandLine;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace SwapEdge.Simulator;

/// <summary>The options of a command that speaks to a broker of others: where it is, and the files for TLS.</summary>
/// <param name="required">The command can do nothing without one.</param>
public sealed class BrokerChoice(bool required = true)
{
    /// <summary>Instead of an address: a broker of its own, in this process.</summary>
    public const string Embedded = "embedded";

    private readonly Option<string> _broker = new("--broker")
    {
        Description = "The broker: mqtt://host[:port], or mqtts://host[:port] for TLS.",
        HelpName = "URL",
        Required = required,
    };

    /// <summary>A broker of its own may be asked for by name, and is meant where nothing is said.</summary>
    public bool MayBeEmbedded
    {
        get => field;
        init
        {
            field = value;
            _broker.HelpName = $"{Embedded}|URL";
            _broker.Description = $"The broker: {Embedded}, one of its own (if not said), mqtt://host[:port], or "
                + "mqtts://host[:port] for TLS.";
        }
    }

    private readonly Option<FileInfo> _authority = new("--authority")
    {
        Description = "PEM file of the authorities to trust; those of this machine when left out.",
        HelpName = "FILE",
    };

    private readonly Option<FileInfo> _certificate = new("--certificate")
    {
        Description = "PEM file of our own certificate, for a broker that asks for one.",
        HelpName = "FILE",
    };

    private readonly Option<FileInfo> _key = new("--key")
    {
        Description = "PEM file of the private key of our certificate.",
        HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.Add(_broker);
        command.Add(_authority);
        command.Add(_certificate);
        command.Add(_key);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_broker) is { } text && !(MayBeEmbedded && text == Embedded)
                && BrokerAddress.Parse(text, out string refusal) == null)
            {
                result.AddError(refusal);
            }

            if ((result.GetValue(_certificate) == null) != (result.GetValue(_key) == null))
            {
                result.AddError("--certificate and --key belong together");
            }
        });
    }

    /// <summary>Whether it is given.</summary>
    internal Option<string> Option => _broker;

    /// <summary>What opens connections; null and the reason when a file or a name is no good.</summary>
    public Func<IConnection>? Opener(ParseResult parsed, out string refusal)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        BrokerAddress address = BrokerAddress.Parse(parsed.GetRequiredValue(_broker), out refusal)! with
        {
            AuthorityFile = parsed.GetValue(_authority)?.FullName,
            CertificateFile = parsed.GetValue(_certificate)?.FullName,
            KeyFile = parsed.GetValue(_key)?.FullName,
        };
        try
        {
            return address.Opener();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException
            or CryptographicException or SocketException)
        {
            refusal = problem.Message;
            return null;
        }
    }
}

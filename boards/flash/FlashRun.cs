using System.Net.Sockets;
using System.Security.Cryptography;
using SwapEdge.Simulator;

namespace SwapEdge.Boards.Flash;

/// <summary>
/// One flashing from the first check to the label. Everything that can be checked is checked before anything is
/// written; a dry run shows all steps with the commands, goes on after a failure, and ends with the first one's exit
/// code.
/// </summary>
public sealed class FlashRun
{
    /// <summary>Stands for a port that a dry run has not looked for.</summary>
    private const string SomePort = "PORT";

    private readonly FlashRequest _request;
    private readonly FlashWorld _world;
    private readonly Nanoff _nanoff;
    private BoardDescription? _board;
    private NodeFile? _node;
    private Secrets? _secrets;
    private DeploymentImage? _image;
    private DeviceReport? _known;
    private IReadOnlyDictionary<ulong, string> _others = new Dictionary<ulong, string>();
    private DeviceReport? _said;
    private Func<IConnection>? _open;
    private string _port = SomePort;
    private FlashResult _result;
    private string _remark = "";

    public FlashRun(FlashRequest request, FlashWorld world)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(world);
        _request = request;
        _world = world;
        _nanoff = new Nanoff(world.Processes, world.Limits)
        {
            Rehearsal = request.Rehearsal,
            Told = request.Rehearsal ? command => world.Output.WriteLine($"    {command}") : null,
        };
        _result = new FlashResult { Board = request.Board, DryRun = request.Rehearsal };
    }

    private Language Language => _request.Language;

    /// <summary>Does it all; the exit code.</summary>
    public FlashEnd Run()
    {
        using BoardWriter writer = new(_nanoff, _request, Remark);
        (StepText Title, Func<Failure?> Do)[] steps =
        [
            (StepText.Board, ReadBoard),
            (StepText.Settings, ReadSettings),
            (StepText.Secrets, ReadSecrets),
            (StepText.Image, MakeImage),
            (StepText.Nanoff, () => _nanoff.Find(_request.Nanoff, _world.Tool)),
            (StepText.Port, FindPort),
            (StepText.Known, AskCity),
            (StepText.Chip, CheckChip),
            (
                _request.Replaced ? StepText.RuntimeErased : StepText.Runtime,
                () => writer.Runtime(_port, _board)),
            (StepText.Program, () => writer.Program(_port, _board, _image)),
            (StepText.Files, () => writer.Files(_port, _node, _secrets)),
            (StepText.Network, () => writer.Network(_port, _board, _secrets)),
            (StepText.Restart, Restart),
            (StepText.Verify, Verify),
        ];
        if (_request.Rehearsal)
        {
            _world.Output.WriteLine(StepTexts.Of(StepText.Rehearsal, Language));
        }

        Failure? first = null;
        for (int i = 0; i < steps.Length && (first == null || _request.Rehearsal); i++)
        {
            _world.Output.WriteLine($"{i + 1,2}/{steps.Length}  {StepTexts.Of(steps[i].Title, Language)}");
            _remark = "";
            Failure? failure = steps[i].Do();
            Remark(failure == null ? _remark : _request.Rehearsal ? Sentence(failure) : "");
            first ??= failure;
        }

        return Finish(first ?? new Failure(FlashEnd.Done));
    }

    private FlashEnd Finish(Failure end)
    {
        if (end.End == FlashEnd.Done && !_request.Rehearsal)
        {
            Label.Write(_world.Output, _node!, _said!, Language);
        }

        bool rehearsed = end.End == FlashEnd.Done && _request.Rehearsal;
        _world.Output.WriteLine(rehearsed ? StepTexts.Of(StepText.Rehearsal, Language) : Sentence(end));
        _result = _result with
        {
            Exit = (int)end.End,
            End = end.End.ToString(),
            Detail = end.Detail.Length > 0 ? Masked(end.Detail) : null,
        };
        _world.Output.WriteLine(_result.ToJson());
        return end.End;
    }

    private Failure? ReadBoard()
    {
        _board = BoardDescription.Read(_world.Boards, _request.Board, out Failure? failure);
        _remark = _board == null ? "" : $"{_board.Name}: {_board.Chip}, {_board.Target} {_board.Runtime}";
        _result = _result with { Runtime = _board?.Runtime };
        return failure;
    }

    private Failure? ReadSettings()
    {
        _node = FlashInputs.Node(_request, _board, _world.Settings, out Failure? failure);
        if (_node != null)
        {
            _remark = $"{_node.Path}, {_node.KindName}, {_node.Crc:X8}";
            _result = _result with
            {
                City = _node.City, Station = _node.Station, Node = _node.Node, Settings = $"{_node.Crc:X8}",
            };
        }

        return failure;
    }

    private Failure? ReadSecrets()
    {
        if (_node == null || _board == null)
        {
            return null;
        }

        SecretsReader reader = new(_world.Environment, _world.Clock.UtcNow);
        string? file = _request.SecretsFile ?? _world.Environment("SWAPEDGE_SECRETS");
        _secrets = reader.Read(file, _node, _board.Network, out Failure? failure);
        return failure;
    }

    private Failure? MakeImage()
    {
        if (_board == null || _node == null)
        {
            return null;
        }

        string folder = _request.Build ?? DeviceBuild.Folder(_world.Boards, _board.Name);
        string application = _board.Applications[_node.KindName];
        _image = DeviceBuild.Read(folder, application, _board.DeployBytes, out Failure? failure);
        if (_image != null)
        {
            _remark = string.Join(", ", _image.Assemblies.Select(one => one.Name))
                + $": {_image.Bytes.Length} / {_board.DeployBytes}, {_image.Build}";
            _result = _result with { ImageBytes = _image.Bytes.Length, Image = _image.Build };
        }

        if (_image is { LeftOut.Count: > 0 })
        {
            Remark(StepTexts.Of(StepText.LeftOut, Language, string.Join(", ", _image.LeftOut)));
        }

        return failure;
    }

    private Failure? FindPort()
    {
        if (_request.Rehearsal)
        {
            _port = _request.Port ?? SomePort;
            _remark = StepTexts.Of(StepText.NotLooked, Language);
            return null;
        }

        string? port = FlashInputs.Port(_request.Port, _nanoff, _world.TryPort, out Failure? failure);
        _port = port ?? _port;
        _remark = _port;
        _result = _result with { Port = port };
        return failure;
    }

    private Failure? AskCity()
    {
        if (_request.Broker == null || _request.Rehearsal)
        {
            _remark = StepTexts.Of(_request.Broker == null ? StepText.NoCheck : StepText.NotLooked, Language);
            return null;
        }

        try
        {
            _open = _world.Broker(_request.Broker);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException
            or CryptographicException or SocketException or ArgumentException)
        {
            return new Failure(FlashEnd.BrokerSilent, problem.Message);
        }

        _known = Watch().Known(out Failure? failure);
        _others = failure == null ? Watch().Others() : _others;
        _remark = _known == null
            ? StepTexts.Of(StepText.FirstJournal, Language)
            : StepTexts.Of(StepText.KnownJournal, Language, $"{_known.Journal:X16}");
        return failure;
    }

    private Failure? CheckChip()
    {
        bool psram = _board?.Psram ?? false;
        ChipReport? chip = _nanoff.Chip(_port, psram, out Failure? failure);
        if (chip == null || _board == null)
        {
            return failure;
        }

        _result = _result with { Psram = chip.Psram switch { true => "yes", false => "no", null => "undetermined" } };
        _remark = $"{chip.Chip}, {chip.FlashBytes >> 20} MB, PSRAM {_result.Psram}, {chip.Mac}";
        failure = chip.Compare(_board);
        if (failure == null && psram && chip.Psram == null)
        {
            Remark(StepTexts.Of(StepText.PsramUnknown, Language));
        }

        return failure;
    }

    private Failure? Restart()
    {
        if (_open != null)
        {
            // It has started since it was written: what counts is the start that follows.
            _said = Watch().Known(out Failure? failure);
            if (failure != null)
            {
                return failure;
            }
        }

        return _nanoff.Restart(_port);
    }

    private Failure? Verify()
    {
        if (_request.Rehearsal)
        {
            _remark = StepTexts.Of(StepText.NotLooked, Language);
            return null;
        }

        Expectation expected = new(_node!, _request.Board, _image!.Build, _known, _request.Replaced)
        {
            Others = _others,
        };
        long limitMs = 1000L * _request.WaitS;
        DeviceReport? said;
        Failure? failure = _open != null
            ? Watch().Await(_said, expected, limitMs, out said)
            : new SerialBanner(OpenSerial, _world.Clock).Await(_port, expected, limitMs, out said);
        _said = said;
        if (said != null)
        {
            _remark = StepTexts.Of(StepText.Reported, Language, said.Build)
                + $", {said.SettingsCrc:X8}, {said.Journal:X16}";
            _result = _result with
            {
                Build = said.Build,
                Journal = $"{said.Journal:X16}",
                Verified = failure != null ? null : _open != null ? "mqtt" : "serial",
            };
        }

        return failure;
    }

    private Stream OpenSerial(string port) => (_world.Serial ?? (one => SerialLine.Open(one, _world.Processes)))(port);

    private BirthWatch Watch() => new(_open!, _node!.Path, _world.Clock);

    private string Sentence(Failure failure) =>
        $"{EndTexts.Of(failure.End, Language, Masked(failure.Detail).TrimEnd('.'))}"
            + (failure.End == FlashEnd.Done ? "" : $" [{(int)failure.End}]");

    private string Masked(string text) => _secrets?.Mask(text) ?? text;

    private void Remark(string text)
    {
        if (text.Length > 0)
        {
            _world.Output.WriteLine($"       {Masked(text)}");
        }
    }
}

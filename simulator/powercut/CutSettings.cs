using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// Settings that come by commands: offered, armed, tried by one start, taken over or rolled back. All fields follow
/// from the version, so a mixture of two shows.
/// </summary>
internal sealed class CutSettings : ICutRecord
{
    private const long RetryMs = 2_000;

    private static readonly NodeSettings Built = new()
    {
        City = "powercut", Station = "station", Node = "bays-1", Board = "virtual", LinkAddress = 0x91, Bays = [1, 2],
    };

    private readonly byte[] _message = new byte[64];
    private readonly CommandRecord _command = new();

    /// <summary>Version that a start uses, and the one that it falls back to.</summary>
    private readonly CutValue _start = new("settings of version");
    private FieldSettings _settings = null!;
    private Journal _journal = null!;
    private long _inForce;
    private long _newest;
    private long _nowMs;
    private bool _taking;

    public void Start(IStore store, Journal journal)
    {
        _journal = journal;
        _settings = new FieldSettings(store);

        // A start that is one with a candidate leaves behind, before it uses it, that the next is not.
        _start.Begin(_inForce);
        _settings.Open(Built);
        _settings.Start(journal, _nowMs);
        Keep();
    }

    public void Act(Prng random)
    {
        switch (random.Between(0, 2))
        {
            case 0 when !_settings.IsOnTrial && _start.Now == _inForce:
                _newest++;
                Offer();
                _start.Begin(_newest);
                _settings.Arm((ulong)_newest);
                break;
            case 1 when _start.Now != _inForce:
                _start.Begin(_inForce);
                _settings.Drop();
                break;
            default:
                bool tried = _settings.IsOnTrial && !_settings.IsDue;
                _settings.IsOver(_journal, _nowMs);
                if (tried && _settings.IsDue)
                {
                    _start.Begin(_newest);
                    _taking = true;
                    Keep();
                    _taking = false;
                    _inForce = _newest;
                }

                break;
        }

        Keep();
    }

    /// <summary>A second start is never one with a candidate; and nobody is told of one that is not in force.</summary>
    public CutFlaw? Judge(IStore store)
    {
        CutFlaw? flaw = _start.Judge(Read(store, out _));
        long? second = Read(store, out bool told);
        bool falls = second == _inForce || (_taking && second == _newest);
        return flaw
            ?? (!falls ? new CutFlaw(false, Invariant($"settings {second} are tried again; in force are {_inForce}"))
            : told && second != _newest
                ? new CutFlaw(false, Invariant($"settings {_newest} are told as in force, and {second} are"))
            : null);
    }

    public void Settle(IStore store)
    {
        _taking = false;
        _start.Settle(Read(store, out _) ?? 0);
        _inForce = Read(store, out _) ?? 0;
    }

    /// <summary>The whole of the settings that a start is one with; null: fields of two versions.</summary>
    private long? Read(IStore store, out bool told)
    {
        FieldSettings settings = new(store);
        NodeSettings found = settings.Open(Built);
        long version = found.Version;
        told = _newest > 0 && settings.Outcome((ulong)_newest) == CommandReason.None;
        bool whole = version == 0
            || (found.WatchMs == Watch(version) && found.TelemetryIntervalS == Interval(version)
                && found.ChargerW == version * 10 && found.IsolationBays.SequenceEqual([(int)(1 + (version % 2))]));
        return whole ? version : null;
    }

    private static long Watch(long version) => 1_000 + (version % 80_000);

    private static int Interval(long version) => (int)(1 + (version % 600));

    private void Offer()
    {
        int at = ProtoWriter.Varint(_message, 0, 1, (ulong)_newest);
        at = ProtoWriter.Varint(_message, at, 2, (ulong)Watch(_newest));
        at = ProtoWriter.Varint(_message, at, 3, (ulong)Interval(_newest));
        at = ProtoWriter.Varint(_message, at, 5, (ulong)_newest * 10);
        at = ProtoWriter.Head(_message, at, 17, 1);
        _message[at] = (byte)(1 + (_newest % 2));
        _command.SettingsOffset = 0;
        _command.SettingsLength = at + 1;
        _command.Counter = (ulong)_newest;
        _settings.Hear(_message, _command);
        if (_settings.Offer((ulong)_newest) is not CommandReason.None and var refused)
        {
            throw new InvalidOperationException(Invariant($"settings {_newest} are refused: {refused}"));
        }
    }

    private void Keep()
    {
        while (_settings.IsDue)
        {
            _settings.Keep(_nowMs);
            _nowMs += RetryMs;
        }

        _start.Keep();
    }
}

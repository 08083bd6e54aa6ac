using System.Globalization;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// A journal's life from a seed: events in commits of one to four, segments that turn and go, acknowledgements,
/// watermarks, boots, and the small records of a node: settings and keys that change in steps, the command counter, the
/// latch, the memory of the bays. At every write power is cut in many shapes, each on a copy
/// that is restarted and checked; now and then it is cut in earnest, or the medium refuses, and life goes on so.
/// </summary>
internal sealed class CutLife
{
    private const int ShapesAWrite = 12;

    /// <summary>Of the chances of a life, how many a small record has.</summary>
    private const int ChancesARecord = 2;

    private static readonly string[] MarkFiles = ["mark-0", "mark-1"];

    private readonly ulong _seed;
    private readonly Prng _random;
    private readonly int _cuts;
    private readonly byte[] _key;
    private readonly CutTruth _truth = new();
    private readonly ICutRecord[] _records;
    private readonly CutCheck _check;
    private readonly Func<CutMedium, IStore> _mount;
    private readonly bool _lies;
    private readonly EventRecord _event = new();
    private readonly byte[] _payload = new byte[Journal.RecordRoom];
    private CutMedium _medium = new();
    private Journal _journal = null!;
    private CivilTime _time = null!;
    private int _write;
    private long _values;
    private bool _refused;

    public CutLife(ulong seed, int cuts, Func<CutMedium, IStore> mount, bool lies)
    {
        _seed = seed;
        _random = new Prng(seed);
        _cuts = cuts;
        _mount = mount;
        _lies = lies;
        _key = NodeKeys.Derive(seed, "powercut");
        _records = [new CutSettings(), new CutKeys(_key), new CutCommands(), new CutLatch(), new CutBays()];
        _check = new CutCheck(Tally, _key, _records, mount);
    }

    public CutTally Tally { get; } = new();

    public void Run()
    {
        bool power = false;
        while (Tally.Cuts < _cuts)
        {
            try
            {
                if (!power)
                {
                    Start();
                    power = true;
                }

                power = Act();
            }
            catch (PowerCutException)
            {
                power = false;
            }
        }
    }

    private void Start()
    {
        _check.Settle(_medium.Clone(), _truth);
        _medium.Lies = _lies;
        _medium.Writing = Write;
        Tally.Restarts++;
        _refused = false;
        _journal = new Journal(_medium, new HmacMac(_key), CutCheck.Sizes);
        _journal.Open(new SeededRandom(_random.Fork()));
        _time = new CivilTime(new VirtualClock(default, TimeQuality.Unknown), _medium);
        _time.Open(_journal, 0);
        _truth.Boot = _refused ? _truth.Boot : _journal.Boot;
        foreach (ICutRecord record in _records)
        {
            record.Start(_medium, _journal);
        }
    }

    /// <summary>One thing that a node does; false: it is switched off.</summary>
    private bool Act()
    {
        switch (_random.Between(0, 14 + (ChancesARecord * _records.Length)))
        {
            case < 8:
                Store(_random.Between(1, 4));
                break;
            case < 12:
                ulong more = _truth.Last - _truth.Acknowledged;
                _truth.Acknowledged += _random.Next() % (more + 1);
                _journal.Acknowledge(_truth.Acknowledged);
                break;
            case 12:
                _truth.Mark = _journal.KeepWatermark() ? _journal.AcknowledgedThrough : _truth.Mark;
                break;
            case 13:
                _time.Keep(0);
                break;
            case 14:
                return false;
            case var chance:
                Tally.Changes++;
                _records[(chance - 15) / ChancesARecord].Act(_random);
                break;
        }

        return true;
    }

    private void Store(int events)
    {
        for (int i = 0; i < events; i++)
        {
            if (!_journal.Add(Fill(_event)))
            {
                _truth.Refused++;
                break;
            }

            int length = EventCodec.Encode(_event, _payload, 0);
            _truth.InFlight[_event.Sequence] = _payload[..length];
        }

        ulong before = _journal.LastStored;
        bool stored = _journal.Commit();
        _truth.Mark = Math.Max(_truth.Mark, Math.Min(MarkOf(_medium), _truth.Acknowledged));
        if (!stored)
        {
            return;
        }

        Tally.Events += (long)(_journal.LastStored - before);
        for (ulong sequence = before + 1; sequence <= _journal.LastStored; sequence++)
        {
            // Numbers of lost ones are in the journal's own record of them.
            _truth.InFlight.TryGetValue(sequence, out byte[]? payload);
            _truth.Stored[sequence] = payload ?? Read(sequence);
        }

        _truth.Last = _journal.LastStored;
        _truth.Boot = _journal.Boot;
        _truth.InFlight.Clear();
    }

    /// <summary>The journal keeps it by itself before it deletes.</summary>
    private static ulong MarkOf(CutMedium medium) => MarkFiles
        .Select(name => medium.Files.TryGetValue(name, out byte[]? file) ? SpecBytes.Newest(file, 20) : null)
        .Max(mark => mark is { } found ? SpecBytes.Number64(found.Payload.AsSpan(8)) : 0);

    private byte[] Read(ulong sequence) => _payload[.._journal.Read(sequence, _payload)];

    private EventRecord Fill(EventRecord record)
    {
        record.Clear();
        record.Kind = EventKind.BatteryIn;
        record.Boot = _journal.Boot;
        record.UptimeMs = ++_values;
        record.VehicleLength = FillText(record.Vehicle);
        record.OrderLength = FillText(record.Order);
        record.PackCodeLength = FillText(record.PackCode);
        record.ChargePermille = _random.Between(0, 1000);
        record.MeterWh = _values;
        return record;
    }

    private int FillText(byte[] into)
    {
        int length = _random.Between(0, into.Length);
        Ascii.Write(_values.ToString("D40", CultureInfo.InvariantCulture)[^length..], into, 0);
        return length;
    }

    /// <summary>Before each write of the life: what if power failed now?</summary>
    private StoreResult Write(string name, ReadOnlyMemory<byte> data)
    {
        _write++;
        int number = Segment.Number(name);
        Tally.Begun += number >= 0 && data.Length > 0 && _medium.Length(name) < 0 ? 1 : 0;
        Tally.Deleted += number >= 0 && data.Length == 0 ? 1 : 0;
        int pages = _medium.Pages(name, data.Length);
        int shapes = data.Length == 0 ? 1 + _medium.Deletions : ShapesAWrite;
        int choice = _random.Between(0, 199);
        for (int i = 0; i < shapes; i++)
        {
            CutShape shape = CutShape.Draw(_random, i, data.Length, pages, _medium.Deletions);
            Tally.Reordered += shape.Reordered || shape.Undone > 0 ? 1 : 0;
            CutMedium after = _medium.After(name, data.Span, shape);
            int scarred = shape.Reordered ? number : -1;
            if (choice == i)
            {
                _medium = after;
                _truth.Scarred.Add(scarred);
                throw new PowerCutException();
            }

            _check.Run(after, _truth, scarred, Invariant($"seed {_seed}, write {_write} ({name}), {shape}"));
        }

        if (choice < 190 || data.Length == 0)
        {
            return StoreResult.Ok;
        }

        _refused = true;
        _medium.Add(name, data.Span[.._random.Between(0, data.Length - 1)]);
        return StoreResult.Failed;
    }
}

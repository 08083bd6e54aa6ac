using System.Globalization;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>What comes in on the buses: frames with their identifiers, errors, packs; and whether sensors contradict.
/// </summary>
public sealed class BusSteps(CommissionWatch watch)
{
    private const int Looks = 6;
    private const long SilentMs = 3_000;
    private const int PresentBit = 2;
    private const int ClearBit = 3;
    private const int SmokeBit = 5;
    private const int MostErrors = 96;

    private readonly CommissionTexts _texts = watch.Texts;

    public IEnumerable<CommissionStep> All =>
    [
        new("can", Can), new("bms", Packs), new("sensors", Sensors),
    ];

    private CommissionResult Can()
    {
        Sighting last = watch.Begin();
        ProtoFields before = Diagnostics();
        Dictionary<(BusKind, int), SortedSet<uint>> heard = [];
        Dictionary<(BusKind, int), long> age = [];
        for (int i = 0; i < Looks; i++)
        {
            last = watch.Look() ?? last;
            foreach (BusSeen bus in last.Buses)
            {
                SortedSet<uint> ids = heard.TryGetValue((bus.Kind, bus.Bay), out SortedSet<uint>? known) ? known
                    : heard[(bus.Kind, bus.Bay)] = [];
                _ = bus.Identifier is { } id && ids.Add(id);
                age[(bus.Kind, bus.Bay)] = bus.Identifier is null ? long.MaxValue : bus.AgeMs;
            }
        }

        List<BusJudged> judged = [.. Diagnostics().Messages(14).Select(bus =>
        {
            (BusKind Kind, int Bay) key = ((BusKind)bus.Number(1), (int)bus.Number(2));
            ProtoFields? old = before.Messages(14).FirstOrDefault(
                one => one.Number(1) == bus.Number(1) && one.Number(2) == bus.Number(2));
            return Judge(bus, old, heard.GetValueOrDefault(key) ?? [], age.GetValueOrDefault(key, long.MaxValue),
                IsExpected(last, key));
        })];
        IEnumerable<string> lines = judged.Select(bus =>
            $"{_texts.Name(bus.Kind)}{(bus.Bay > 0 ? $" {bus.Bay}" : "")}: {bus.Line}{Exchanged(bus, judged)}");
        return new CommissionResult(
            "can", judged.Count > 0 && judged.TrueForAll(bus => bus.Fine) ? CommissionOutcome.Passed
            : CommissionOutcome.Failed,
            _texts.Of("expect.can"), string.Join("; ", lines));
    }

    private BusJudged Judge(ProtoFields bus, ProtoFields? before, SortedSet<uint> heard, long ageMs, bool expected)
    {
        BusKind kind = (BusKind)bus.Number(1);
        ulong transmit = bus.Number(4);
        ulong receive = bus.Number(5);
        ulong offs = bus.Number(6);
        IReadOnlyList<ulong> frames = bus.Packed(7);
        ulong unknown = frames.Count > (int)DecodeResult.UnknownId ? frames[(int)DecodeResult.UnknownId] : 0;
        bool isCan = kind != BusKind.PackLine;
        bool alive = isCan ? ageMs <= SilentMs : Taken(bus) > Taken(before);
        bool rising = offs > (before?.Number(6) ?? 0) || transmit + receive > MostErrors
            || transmit + receive > (before?.Number(4) ?? 0) + (before?.Number(5) ?? 0);
        string ids = string.Join(' ', heard.Select(id => id.ToString("X8", CultureInfo.InvariantCulture)
            + (BusSeen.IsKnown(kind, id) ? "" : "?")));
        string line = !alive ? _texts.Of(expected ? "seen.silent" : "seen.silent-as-expected")
            : isCan ? _texts.Of("seen.frames", ids, unknown) : _texts.Of("seen.answers", Taken(bus));
        line += _texts.Of("seen.errors", transmit, receive, offs, bus.Number(3));
        bool foreign = isCan && alive && !heard.Any(id => BusSeen.IsKnown(kind, id));
        bool wired = !rising && (alive || !expected);
        line += foreign ? Foreign(kind, heard) : wired ? "" : _texts.Of(isCan ? "hint.termination" : "hint.line");
        return new BusJudged(kind, (int)bus.Number(2), line, heard.Count > 0, expected, wired && !foreign);
    }

    /// <summary>Frames came, and none is of this bus: of which other bus they are.</summary>
    private string Foreign(BusKind kind, SortedSet<uint> heard)
    {
        BusKind[] others = [.. new[] { BusKind.StationLink, BusKind.SwapPack, BusKind.Charger }
            .Where(other => other != kind && heard.Any(id => BusSeen.IsKnown(other, id)))];
        return others.Length == 0 ? _texts.Of("hint.foreign") : _texts.Of("hint.exchanged", _texts.Name(others[0]));
    }

    /// <summary>
    /// Two chargers' buses speak alike: one was heard where no pack stands, another where one does never was.
    /// </summary>
    private string Exchanged(BusJudged bus, List<BusJudged> all)
    {
        BusJudged? speaks = all.Find(other => other is { Kind: BusKind.Charger, Heard: true, Expected: false });
        return bus is { Kind: BusKind.Charger, Heard: false, Expected: true } && speaks is not null
            ? _texts.Of("hint.exchanged", $"{_texts.Name(speaks.Kind)} {speaks.Bay}") : "";
    }

    private sealed record BusJudged(BusKind Kind, int Bay, string Line, bool Heard, bool Expected, bool Fine);

    private static ulong Taken(ProtoFields? bus) =>
        bus is not null && bus.Packed(7) is { Count: > (int)DecodeResult.Ok } counts ? counts[(int)DecodeResult.Ok] : 0;

    /// <summary>A vehicle's bus speaks while one stands there, a charger's while a pack does.</summary>
    private static bool IsExpected(Sighting node, (BusKind Kind, int Bay) bus) => bus.Kind switch
    {
        BusKind.SwapPack => node.Of(0)?.IsOn((int)LaneSensor.VehiclePresent) == true,
        BusKind.Charger => node.Of(bus.Bay)?.IsOn(PresentBit) == true,
        BusKind.PackLine => node.Levels.Any(place => place.Bay != 0 && place.IsOn(PresentBit)),
        _ => true,
    };

    private CommissionResult Packs()
    {
        Sighting seen = watch.Begin();
        bool onVehicle = seen.Of(0)?.IsOn((int)LaneSensor.PackOnVehicle) == true;
        int[] places = seen.IsLane ? (onVehicle ? [0] : [])
            : [.. seen.Levels.Where(place => place.Bay != 0 && place.IsOn(PresentBit)).Select(place => place.Bay)];
        string expected = _texts.Of("expect.bms");
        if (places.Length == 0)
        {
            return new CommissionResult("bms", CommissionOutcome.NotJudged, expected, _texts.Of("seen.no-pack"));
        }

        // Read once more, a second later: what is fresh stays so.
        seen = watch.Look() ?? seen;
        string[] lines = [.. places.Select(place => Line(place, seen.Packs.FirstOrDefault(pack => pack.Bay == place)))];
        bool fine = places.All(place => seen.Packs.Any(pack => pack.Bay == place && IsFresh(pack)));
        return new CommissionResult(
            "bms", fine ? CommissionOutcome.Passed : CommissionOutcome.Failed, expected, string.Join("; ", lines));
    }

    private static bool IsFresh(PackSeen pack) => pack.IsValid(PackValue.VoltageMv)
        && pack.IsValid(PackValue.ChargePermille) && pack.IsValid(PackValue.MaxTemperatureC);

    private string Line(int place, PackSeen? pack) => pack is null ? _texts.Of("seen.pack-silent", place)
        : _texts.Of(IsFresh(pack) ? "seen.pack" : "seen.pack-stale", place, pack.Serial, pack.VoltageMv / 1000.0,
            pack.ChargePermille / 10.0, uint.PopCount(pack.Valid), uint.PopCount(pack.Stale));

    private CommissionResult Sensors()
    {
        Sighting seen = watch.Begin();
        List<string> wrong = [];
        if (seen.Of(0) is { } own)
        {
            ulong both = (own.Now >> (int)LaneSensor.LockOpen) & (own.Now >> (int)LaneSensor.LockClosed) & 0xFFFF;
            wrong.AddRange(Enumerable.Range(0, 16).Where(point => (both & (1UL << point)) != 0)
                .Select(point => _texts.Of("wrong.lock", point + 1)));
            bool connector = own.IsOn((int)LaneSensor.ConnectorMated) && own.IsOn((int)LaneSensor.ConnectorParted);
            wrong.AddRange(connector ? [_texts.Of("wrong.connector")] : []);
            wrong.AddRange(own.IsOn((int)LaneSensor.SafetyChainClosed) ? [] : [_texts.Of("wrong.chain")]);
            wrong.AddRange(own.IsOn((int)LaneSensor.FireLoopClosed) ? [] : [_texts.Of("wrong.fire")]);
        }

        foreach (LevelsSeen place in seen.Levels.Where(place => place.Bay != 0))
        {
            bool contradicts = place.IsOn(PresentBit) == place.IsOn(ClearBit);
            wrong.AddRange(contradicts ? [_texts.Of("wrong.presence", place.Bay)] : []);
            wrong.AddRange(place.IsOn(SmokeBit) ? [] : [_texts.Of("wrong.smoke", place.Bay)]);
        }

        bool told = (seen.Facts & (Fact.SensorsContradict | Fact.LockContradicts | Fact.LockImplausible)) != Fact.None;
        wrong.AddRange(told ? [_texts.Of("wrong.told")] : []);
        return new CommissionResult(
            "sensors", wrong.Count == 0 ? CommissionOutcome.Passed : CommissionOutcome.Failed,
            _texts.Of("expect.sensors"), wrong.Count == 0 ? _texts.Of("seen.plausible") : string.Join("; ", wrong));
    }

    private ProtoFields Diagnostics() =>
        ProtoFields.Of(watch.Ask(CommandOperation.Diagnose).Answer.Bytes)?.Messages(8).LastOrDefault()
            ?? throw new CommissionStopException(_texts.Of("stop.no-report"));
}

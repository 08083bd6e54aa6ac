using System.Reflection;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

/// <summary>
/// The hand-written signals against the DBC files, both ways. A signal of the code has the name of its DBC line and
/// behind it the unit in which the code reads: V in Mv, A in Ma, % in Permille, kWh in Wh, Ah in Mah, kW in W, kohm in
/// Kohm, degC in C, km/h in Kmh; tenths of a degree in TenthC; 32-bit counters raw in TenthKwh and TenthAh; min and no
/// unit add nothing. Reserved fields and single characters of a text have no signal in the code.
/// </summary>
public class DbcTests
{
    private static readonly Assembly[] Assemblies =
        [typeof(StationLink).Assembly, typeof(ChargeBus).Assembly, typeof(SwapPackBus).Assembly];

    private static readonly DbcFile Charger = new("protocol/gbt27930/charger.dbc");
    private static readonly DbcFile SwapPack = new("protocol/swappack/swap-pack.dbc");
    private static readonly DbcFile Link = new("protocol/stationlink/station-link.dbc");

    private static readonly Dictionary<string, (int Offset, int Length)> Texts = new()
    {
        ["CRM.Area"] = (Crm.AreaOffset, Crm.AreaLength),
        ["BRM.Maker"] = (Brm.MakerOffset, Brm.MakerLength),
        ["BRM.Vin"] = (Brm.VinOffset, Brm.VinLength),
        ["VIN.Text"] = (VinFrame.TextOffset, VinFrame.PartLength),
        ["CODE1.Text"] = (PackCode.FirstTextOffset, PackCode.FirstPartLength),
        ["CODE2.Text"] = (PackCode.TextOffset, PackCode.PartLength),
        ["CODE3.Text"] = (PackCode.TextOffset, PackCode.PartLength),
        ["CODE4.Text"] = (PackCode.TextOffset, PackCode.PartLength),
        ["ST8.Text"] = (PackSt8.TextOffset, PackSt8.TextLength),
        ["AUTHTEXT.Cipher"] = (AuthorisationText.CipherOffset, AuthorisationText.CipherLength),
    };

    private static IEnumerable<DbcMessage> All => [.. Charger.Messages, .. SwapPack.Messages, .. Link.Messages];

    [Fact]
    public void Every_signal_of_the_files_is_that_of_the_code()
    {
        int compared = 0;
        foreach (DbcMessage message in All.Where(message => message.Name is not "BMV" and not "BMT"))
        {
            Dictionary<string, long> code = Signals(TypeOf(message));
            foreach (DbcSignal line in message.Signals.Where(line => !IsReserved(line) && !IsText(message, line)))
            {
                (string name, int factor, int offset) = InCode(line);
                Assert.True(code.TryGetValue(name, out long signal), $"{message.Name}.{name} is not in the code");
                Assert.Equal(
                    (message.Name, name, line.Start, line.Length, line.Intel, line.Signed, factor, offset),
                    (message.Name, name, signal.StartOf(), signal.LengthOf(), (signal & Signal.Motorola) == 0,
                        (signal & Signal.Signed) != 0,
                        signal.FactorOf(), signal.OffsetOf()));
                compared++;
            }
        }

        Assert.InRange(compared, 400, 600);
    }

    [Fact]
    public void Every_signal_of_the_code_is_in_a_file()
    {
        HashSet<string> lines = [.. All.SelectMany(message => message.Signals
            .Select(line => $"{TypeOf(message)?.Name}.{InCode(line).Name}"))];
        Type[] messages = [.. Assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetField("Pgn") is { IsLiteral: true } || SwapPackSignals.Ids(type).Any())];
        foreach (Type type in messages)
        {
            Assert.All(Signals(type).Keys, name => Assert.Contains($"{type.Name}.{name}", lines));
        }

        Assert.InRange(messages.Length, 60, 100);
    }

    [Fact]
    public void Texts_lie_where_the_code_takes_them()
    {
        foreach ((string text, (int offset, int length)) in Texts)
        {
            string[] names = text.Split('.');
            DbcMessage message = All.Single(one => one.Name == names[0]);
            DbcSignal[] characters =
                [.. message.Signals.Where(line => IsText(message, line) && Bare(line.Name) == names[1])];
            Assert.Equal(Enumerable.Range(offset, length).Select(at => at * 8), characters.Select(one => one.Start));
            Assert.All(characters, one => Assert.Equal(8, one.Length));
        }
    }

    [Fact]
    public void Messages_of_the_charger_bus_are_those_of_its_table()
    {
        foreach (ChargeRow row in ChargeMessages.Rows.Skip(1))
        {
            uint id = J1939.Id(
                row.Priority, row.Pgn, row.FromCharger ? 0xF4 : 0x56, row.FromCharger ? 0x56 : 0xF4);
            DbcMessage message = Charger.Messages.Single(one => one.Name == row.Name);
            Assert.Equal((row.Name, id, row.PeriodMs), (message.Name, message.CanId, message.PeriodMs));
            int? length = (int?)TypeOf(message)?.GetField("Length")?.GetValue(null);
            Assert.InRange(message.Size, length ?? row.MinLength, length ?? row.MaxLength);
        }

        Assert.Equal(ChargeMessages.Rows.Length - 1, Charger.Messages.Count);
    }

    [Fact]
    public void Messages_of_the_swap_pack_bus_are_those_of_its_table() => Assert.Equal(
        SwapPackMessages.Rows.Skip(1)
            .Select(row => (SwapPackNames.Of(row.Message), row.Id, row.PeriodMs, SwapPackMessages.Length)).Order(),
        SwapPack.Messages.Select(one => (one.Name, one.CanId, one.PeriodMs, one.Size)).Order());

    [Fact]
    public void Life_counters_of_the_swap_pack_bus_lie_where_its_table_has_them()
    {
        foreach (SwapPackRow row in SwapPackMessages.Rows.Skip(1))
        {
            DbcMessage message = SwapPack.Messages.Single(one => one.CanId == row.Id);
            DbcSignal? life = message.Signals.SingleOrDefault(line => line.Name == "Life");
            Assert.Equal(life is null, row.Counter == 0);
            Assert.Equal(row.Checksum, message.Signals.Any(line => line is { Name: "Checksum", Start: 0, Length: 8 }));
            if (life is not null)
            {
                byte[] data = new byte[8];
                Signals(TypeOf(message))["Life"].WriteRaw(data, 5);
                Assert.Equal(5u, row.Counter.Raw(data));
            }
        }
    }

    [Fact]
    public void Frames_of_the_station_link_are_those_of_its_table() => Assert.Equal(
        StationLinkMessages.Rows
            .Select(row => (J1939.Id(StationLink.Priority, row.Pgn, 0xFF, 0), row.PeriodMs, StationLink.Length))
            .Order(),
        Link.Messages.Select(one => (one.CanId, one.PeriodMs, one.Size)).Order());

    [Fact]
    public void Lists_are_read_as_their_lines_say()
    {
        byte[] data = new byte[8];
        new Random(5).NextBytes(data);
        Dictionary<string, DbcSignal> cells = Lines("BMV");
        Dictionary<string, DbcSignal> probes = Lines("BMT");
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(Physical(cells[$"Cell{i + 1}"], data) * 1000, Bmv.CellMv(data, i));
            Assert.Equal(Physical(cells[$"Group{i + 1}"], data), Bmv.Group(data, i));
            Assert.Equal(Physical(probes[$"Probe{i + 1}Temperature"], data), Bmt.TemperatureC(data, i));
        }

        static Dictionary<string, DbcSignal> Lines(string message) =>
            Charger.Messages.Single(one => one.Name == message).Signals.ToDictionary(line => line.Name);
    }

    [Fact]
    public void Files_are_sound()
    {
        foreach (DbcFile file in (DbcFile[])[Charger, SwapPack, Link])
        {
            Assert.Equal(file.Messages.Count, file.Messages.Select(one => one.Id).Distinct().Count());
            Assert.Equal(file.Messages.Count, file.Messages.Select(one => one.Name).Distinct().Count());
            foreach (DbcMessage message in file.Messages)
            {
                Assert.True((message.Id & DbcMessage.Extended) != 0, $"{message.Name} is no extended frame");
                Assert.Contains(message.Sender, file.Nodes);
                Assert.NotEmpty(message.Comment);
                CheckBits(message);
            }
        }
    }

    private static void CheckBits(DbcMessage message)
    {
        byte[] used = new byte[message.Size];
        foreach (DbcSignal line in message.Signals)
        {
            long signal = Plain(line);
            byte[] bits = new byte[message.Size];
            Assert.True(signal.Fits(message.Size), $"{message.Name}.{line.Name} is outside");
            signal.WriteRaw(bits, uint.MaxValue);
            Assert.True(used.Zip(bits).All(pair => (pair.First & pair.Second) == 0), $"{message.Name}.{line.Name}");
            used = [.. used.Zip(bits).Select(pair => (byte)(pair.First | pair.Second))];
            ulong most = (1UL << line.Length) - 1;
            Assert.Equal((line.Offset, most * line.Factor + line.Offset), (line.Min, line.Max));
            Assert.All(line.Values.Keys, value => Assert.InRange(value, 0u, (uint)most));
        }
    }

    private static (string Name, int Factor, int Offset) InCode(DbcSignal line)
    {
        (string suffix, decimal scale) = line.Unit switch
        {
            "V" => ("Mv", 1000m),
            "A" => ("Ma", 1000m),
            "%" => ("Permille", 10m),
            "kWh" => line.Length == 32 ? ("TenthKwh", 10m) : ("Wh", 1000m),
            "Ah" => line.Length == 32 ? ("TenthAh", 10m) : ("Mah", 1000m),
            "degC" => line.Factor == 0.1m ? ("TenthC", 10m) : ("C", 1m),
            "kW" => ("W", 1000m),
            "kohm" => ("Kohm", 1m),
            "km/h" => ("Kmh", 1m),
            "" or "min" => ("", 1m),
            _ => throw new FormatException(line.Unit),
        };
        return (line.Name + suffix, (int)(line.Factor * scale), (int)(line.Offset * scale));
    }

    private static Type? TypeOf(DbcMessage message)
    {
        if (Link.Messages.Contains(message))
        {
            return typeof(StationLink).Assembly.GetType($"SwapEdge.Protocol.{message.Name}Frame");
        }

        return SwapPack.Messages.Contains(message)
            ? SwapPackSignals.Messages.Single(type => SwapPackSignals.Ids(type).Contains(message.CanId))
            : typeof(ChargeBus).Assembly.GetType(
                $"SwapEdge.Protocol.{message.Name[..1]}{message.Name[1..].ToLowerInvariant()}");
    }

    private static Dictionary<string, long> Signals(Type? type) => type is null ? [] : SwapPackSignals.Of(type)
        .ToDictionary(
            pair => pair.Name.EndsWith("Signal", StringComparison.Ordinal) ? pair.Name[..^"Signal".Length] : pair.Name,
            pair => pair.Signal);

    private static decimal Physical(DbcSignal line, byte[] data) => line.Offset + (line.Factor * Plain(line).Raw(data));

    /// <summary>The bits of a line, without its scale.</summary>
    private static long Plain(DbcSignal line) =>
        line.Start + (line.Length * Signal.Bits) + (line.Intel ? 0 : Signal.Motorola);

    private static bool IsReserved(DbcSignal line) => Bare(line.Name) == "Reserved";

    private static bool IsText(DbcMessage message, DbcSignal line) =>
        line.Name != Bare(line.Name) && Texts.ContainsKey($"{message.Name}.{Bare(line.Name)}");

    private static string Bare(string name) => name.TrimEnd("0123456789".ToCharArray());
}

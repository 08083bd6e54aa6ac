using Google.Protobuf;
using SwapEdge.Firmware;
using SwapEdge.Settings.V1;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Firmware;

/// <summary>What is read of the settings that a command brings: all of them, or none.</summary>
public sealed class SettingsReaderTests
{
    [Fact]
    public void Every_field_reaches_the_node()
    {
        NodeSettings built = Built();
        byte[] message = Whole().ToByteArray();
        NodeSettings read = SettingsReader.Read(message, 0, message.Length, built);
        Assert.NotNull(read);
        SwapProfile profile = read.Profile;
        Assert.Equal(
            [9, 60000, 20, 1000, 5000, 200000, 1500, 100, 900, 4000, 700, 150, 800, 50, -20, 80],
            [
                read.Version, read.WatchMs, read.TelemetryIntervalS, read.TelemetryBytes, read.ChargerW,
                profile.SwapLimitMs, profile.SettleMs, profile.DebounceMs, profile.LockDisagreeMs,
                profile.SeatDisagreeMs, profile.ConnectorDisagreeMs, profile.LockTravelMs,
                profile.TargetChargePermille, profile.TemperatureLimitC, profile.TemperatureLeastC,
                profile.ConnectorLimitC,
            ]);
        Assert.Equal([2], read.IsolationBays);
        Assert.Equal([1, 0], read.Interfaces);
        Assert.Equal(["A", "BC"], read.Vehicles);
        Assert.Equal(3, profile.RegisterVersion);
        Assert.Equal(
            [("0RJPE", "", ""), ("002", "", ""), ("0RJPEB", "hengtai", "north south")],
            profile.PermittedPacks.Select(rule => (rule.Begins, rule.Owner, string.Join(' ', rule.Operators))));
        Assert.Equal(12345, profile.Steps.Single(step => step.Phase == Phase.Admitting).LimitMs);
        built.SetCrc();
        Assert.Equal(built.Crc, CrcOf(Built()));
        Assert.NotSame(built.Profile.Steps, profile.Steps);
    }

    [Fact]
    public void A_version_of_the_register_that_has_no_room_is_not_read_as_another_one()
    {
        byte[] register = [0x08, 0x83, 0x80, 0x80, 0x80, 0x10];
        byte[] message = [.. Whole().ToByteArray(), 0xAA, 0x01, (byte)register.Length, .. register];
        Assert.Null(SettingsReader.Read(message, 0, message.Length, Built()));
        register[^1] = 0;
        message = [.. message[..^register.Length], .. register];
        Assert.Equal(3, SettingsReader.Read(message, 0, message.Length, Built()).Profile.RegisterVersion);
    }

    [Fact]
    public void No_bytes_make_the_reader_throw_or_give_settings_that_do_not_pass_their_check()
    {
        Random random = new(1);
        byte[] whole = Whole().ToByteArray();
        int taken = 0;
        for (int i = 0; i < 50_000; i++)
        {
            byte[] message = (byte[])whole.Clone();
            for (int k = random.Next(1, 4); k > 0; k--)
            {
                message[random.Next(message.Length)] = (byte)random.Next(256);
            }

            int length = random.Next(4) == 0 ? random.Next(message.Length) : message.Length;
            NodeSettings built = Built();
            NodeSettings? read = SettingsReader.Read(message, 0, length, built);
            taken += read == null ? 0 : 1;
            Assert.True(read == null || (read.Flaw() == null && read.Version > 0), Convert.ToHexString(message));
            Assert.Equal(CrcOf(Built()), CrcOf(built));
        }

        Assert.InRange(taken, 1000, 49_000);
    }

    public static TheoryData<string> Bad => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_register_that_cannot_be_meant_is_refused(string what)
    {
        Settings.V1.Settings settings = Whole();
        settings.Packs.Owned.Add(Refused[what]);
        byte[] message = settings.ToByteArray();
        Assert.Null(SettingsReader.Read(message, 0, message.Length, Built()));
    }

    private static Dictionary<string, OwnedPacks> Refused => new()
    {
        ["nothing"] = new OwnedPacks(),
        ["no owner"] = new OwnedPacks { Permitted = { "001" } },
        ["no packs"] = new OwnedPacks { Owner = "a" },
        ["an empty code"] = new OwnedPacks { Owner = "a", Permitted = { "" } },
        ["an owner in capitals"] = new OwnedPacks { Owner = "A", Permitted = { "001" } },
        ["an owner with too long a name"] = new OwnedPacks { Owner = new string('a', 25), Permitted = { "001" } },
        ["an operator without a name"] = new OwnedPacks { Owner = "a", Permitted = { "001" }, Operators = { "" } },
        ["an operator of two words"] = new OwnedPacks { Owner = "a", Permitted = { "001" }, Operators = { "a b" } },
    };

    private static Settings.V1.Settings Whole() => new()
    {
        Version = 9, WatchMs = 60000, TelemetryIntervalS = 20, TelemetryBytes = 1000, ChargerW = 5000,
        SwapLimitMs = 200000, SettleMs = 1500, DebounceMs = 100, LockDisagreeMs = 900, SeatDisagreeMs = 4000,
        ConnectorDisagreeMs = 700, LockTravelMs = 150, TargetChargePermille = 800, TemperatureLimitC = 50,
        TemperatureLeastC = -20, ConnectorLimitC = 80, IsolationBays = ByteString.CopyFrom(2),
        Interfaces = ByteString.CopyFrom(1, 0), Vehicles = new() { Vehicle = { "A", "BC" } },
        Steps = { new StepLimit { Phase = (uint)Phase.Admitting, LimitMs = 12345 } },
        Packs = new()
        {
            Version = 3, Permitted = { "0RJPE", "002" },
            Owned =
            {
                new OwnedPacks { Owner = "hengtai", Permitted = { "0RJPEB" }, Operators = { "north", "south" } },
            },
        },
    };

    private static NodeSettings Built() => new()
    {
        City = "linfen", Station = "station-1", Node = "cabinet-1", Lane = 1, Bays = [1, 2],
        Profile = BatteryCabinet.Profile(),
    };

    private static uint CrcOf(NodeSettings settings)
    {
        settings.SetCrc();
        return settings.Crc;
    }
}

using Google.Protobuf;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Settings.V1;
using SwapEdge.Simulator;
using SwapEdge.Simulator.Settings;
using SwapEdge.Tests.Protocol;

namespace SwapEdge.Tests.StationSettings;

/// <summary>The file that a node reads when it starts: whole and right, or not at all.</summary>
public sealed class DeployedSettingsTests
{
    private static readonly SwapProfile[] AllProfiles = [.. Profiles.All];

    private static readonly byte[] Lane = StationFile.Read(Example.Path).Node("lane-1").DeviceForm;

    [Fact]
    public void The_bytes_of_a_file_are_its_header_and_a_message_that_protobuf_reads()
    {
        CompiledNode bays = StationFile.Read(Example.Path).Node("bays-2");
        byte[] file = bays.DeviceForm;
        Assert.Equal("SEST"u8, file.AsSpan(0, 4));
        Assert.Equal([1, 0, (byte)(file.Length - 12), 0], file[4..8]);
        Assert.Equal(bays.Crc, Bytes.ReadUInt32(file, 8));
        byte[] covered = [.. file[..8], .. file[12..]];
        Assert.Equal(bays.Crc, Crc32.Compute(covered, 0, covered.Length));
        Assert.Equal(
            new Deployed
            {
                City = "linfen", Station = "truck-1", Operator = "jinyuan-swap", Node = "bays-2",
                Board = "esp32-wrover", BrokerHost = "mqtt.example.org", BrokerPort = 8883, BrokerTls = true,
                TimeServer = "ntp.example.org", LinkAddress = 146, Bays = ByteString.CopyFrom(3, 4),
                Settings = new Settings.V1.Settings
                {
                    ChargerW = 180000, IsolationBays = ByteString.CopyFrom(4), Interfaces = ByteString.CopyFrom(1, 1),
                },
            },
            Deployed.Parser.ParseFrom(file, 12, file.Length - 12));
    }

    [Fact]
    public void What_protobuf_writes_in_whatever_order_a_node_reads()
    {
        Deployed message = Message();
        Assert.Equal(SettingsFault.None, Read(message.ToByteArray(), out NodeSettings? read));
        Assert.Equal(
            ("linfen", "top-lift-truck-3", 3, 777_000L, "op"),
            (read!.City, read.Profile.Name, read.Profile.Packs, read.Profile.SwapLimitMs, read.Profile.Operator));
        Assert.Equal((200_000, 10_000, 2000, 30), (
            read.Journal.CapacityBytes, read.Journal.SegmentBytes, read.Journal.PendingBytes, read.Journal.Segments));

        // The limits stand before the profile that they are limits of.
        Settings.V1.Settings changes = message.Settings;
        message.Settings = null;
        byte[] first = new Deployed { Settings = changes }.ToByteArray();
        Assert.Equal(SettingsFault.None, Read([.. first, .. message.ToByteArray()], out read));
        Assert.Equal((3, 777_000L), (read!.Profile.Packs, read.Profile.SwapLimitMs));
    }

    [Fact]
    public void Each_thing_that_is_wrong_has_its_own_reason()
    {
        byte[] ok = Message().ToByteArray();
        Assert.Equal(SettingsFault.Length, Fault([]));
        Assert.Equal(SettingsFault.Length, Fault(Lane[..11]));
        Assert.Equal(SettingsFault.Length, Fault(Lane[..^1]));
        Assert.Equal(SettingsFault.Length, Fault([.. Lane, 0]));
        Assert.Equal(SettingsFault.Length, Fault(Framed(new byte[DeployedSettings.Room + 1])));
        Assert.Equal(SettingsFault.Magic, Fault([.. "SES1"u8, .. Lane[4..]]));
        Assert.Equal(SettingsFault.Version, Fault([.. Lane[..4], 2, .. Lane[5..]]));
        Assert.Equal(SettingsFault.Checksum, Fault([.. Lane[..^1], (byte)(Lane[^1] ^ 1)]));
        Assert.Equal(SettingsFault.Field, Read([.. ok, 0xF8, 0x01, 0x01], out _));
        Assert.Equal(SettingsFault.Field, Read([.. ok, 0xFA, 0xFF, 0xFF, 0xFF, 0x0F, 0x00], out _));
        Assert.Equal(SettingsFault.Field, Read([.. ok, 1 << 3, 1], out _));
        Assert.Equal(SettingsFault.Field, Read([.. ok, 11 << 3 | 2, 0], out _));
        Assert.Equal(SettingsFault.Field, Read(ok[..^1], out _));
        Assert.Equal(SettingsFault.Field, Of(one => one.Settings.Steps.Add(new StepLimit { Phase = 99 })));
        Assert.Equal(SettingsFault.Profile, Of(one => one.Profile = "airship"));
        Assert.Equal(SettingsFault.Profile, Of(one => one.Profile = ""));
        Assert.Equal(SettingsFault.Broker, Of(one => one.BrokerHost = ""));
        Assert.Equal(SettingsFault.Broker, Of(one => one.BrokerPort = 0));
        Assert.Equal(SettingsFault.Broker, Of(one => one.BrokerPort = 65536));
        Assert.Equal(SettingsFault.Check, Of(one => one.LinkAddress = 0x7F));
        Assert.Equal(SettingsFault.Check, Of(one => one.Settings.Version = 1));
        Assert.Equal(SettingsFault.Check, Of(one => one.Operator = "Op"));
        Assert.Equal(SettingsFault.Check, Of(one => one.Settings.SettleMs = 50));
    }

    [Fact]
    public void A_node_takes_no_profile_but_those_it_was_given_and_keeps_them_as_they_are()
    {
        SwapProfile[] given = [BatteryCabinet.Profile()];
        Assert.Null(DeployedSettings.Read(Lane, Lane.Length, given, out SettingsFault fault));
        Assert.Equal(SettingsFault.Profile, fault);
        given = [TopLiftTruck.Profile()];
        NodeSettings read = DeployedSettings.Read(Lane, Lane.Length, given, out fault);
        Assert.Equal((SettingsFault.None, "jinyuan-swap", ""), (fault, read.Profile.Operator, given[0].Operator));
        Assert.NotSame(given[0].Steps, read.Profile.Steps);
    }

    [Fact]
    public void A_lane_and_a_cabinet_together_have_every_profile_that_a_station_may_name() => Assert.Equal(
        Profiles.All.Select(profile => profile.Name).Order(StringComparer.Ordinal),
        LaneProfiles.All().Append(BatteryCabinet.Profile()).Select(profile => profile.Name)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void A_file_with_any_bit_turned_is_not_taken()
    {
        for (int bit = 0; bit < 8 * Lane.Length; bit++)
        {
            byte[] file = (byte[])Lane.Clone();
            file[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.NotEqual(SettingsFault.None, Fault(file));
        }
    }

    [Fact]
    public void A_file_that_ends_anywhere_is_not_taken()
    {
        for (int length = 0; length < Lane.Length; length++)
        {
            Assert.NotEqual(SettingsFault.None, Fault(Lane[..length]));
        }
    }

    [Fact]
    public void No_message_behind_a_right_checksum_makes_the_reader_throw_or_gives_settings_that_fail_their_check()
    {
        Random random = new(11);
        byte[] whole = Message().ToByteArray();
        int taken = 0;
        for (int i = 0; i < FuzzCount.Value / 4; i++)
        {
            byte[] message = (byte[])whole.Clone();
            for (int k = random.Next(1, 4); k > 0; k--)
            {
                message[random.Next(message.Length)] = (byte)random.Next(256);
            }

            message = random.Next(4) == 0 ? message[..random.Next(message.Length)] : message;
            SettingsFault fault = Read(message, out NodeSettings? read);
            Assert.Equal(fault == SettingsFault.None, read is not null);
            Assert.True(
                read is null || (read.Flaw() is null && read.Version == 0 && read.BrokerPort is > 0 and < 65536),
                Convert.ToHexString(message));
            taken += read is null ? 0 : 1;
        }

        Assert.InRange(taken, 1000, FuzzCount.Value / 5);
    }

    [Fact]
    public void Noise_is_not_taken()
    {
        Random random = new(12);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] file = new byte[random.Next(200)];
            random.NextBytes(file);
            Assert.NotEqual(SettingsFault.None, Fault(file));
        }
    }

    private static Deployed Message() => new()
    {
        City = "linfen", Station = "s-1", Node = "lane-1", Board = "b", Operator = "op", Profile = "top-lift-truck-3",
        BrokerHost = "h", BrokerPort = 1883, LinkAddress = 0x80, Lane = 1, JournalCapacityBytes = 200_000,
        JournalSegmentBytes = 10_000, JournalPendingBytes = 2000, JournalSegments = 30,
        Settings = new Settings.V1.Settings
        {
            SwapLimitMs = 777_000, Vehicles = new() { Vehicle = { "A" } },
            Packs = new()
            {
                Version = 2, Permitted = { "00" },
                Owned = { new OwnedPacks { Owner = "o", Permitted = { "001" }, Operators = { "op", "x" } } },
            },
        },
    };

    private static SettingsFault Of(Action<Deployed> change)
    {
        Deployed message = Message();
        change(message);
        return Read(message.ToByteArray(), out _);
    }

    private static SettingsFault Fault(byte[] file)
    {
        NodeSettings? read = DeployedSettings.Read(file, file.Length, AllProfiles, out SettingsFault fault);
        Assert.Equal(fault == SettingsFault.None, read is not null);
        return fault;
    }

    private static SettingsFault Read(byte[] message, out NodeSettings? read)
    {
        byte[] file = Framed(message);
        read = DeployedSettings.Read(file, file.Length, AllProfiles, out SettingsFault fault);
        return fault;
    }

    private static byte[] Framed(byte[] message)
    {
        byte[] file = new byte[DeployedSettings.HeaderLength + message.Length];
        "SEST"u8.CopyTo(file);
        Bytes.WriteUInt16(file, 4, 1);
        Bytes.WriteUInt16(file, 6, message.Length);
        message.CopyTo(file, DeployedSettings.HeaderLength);
        Bytes.WriteUInt32(file, 8, DeployedSettings.CrcOf(file, file.Length));
        return file;
    }
}

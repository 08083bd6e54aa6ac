using Google.Protobuf;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Settings.V1;
using Contract = SwapEdge.City.V1;
using Reason = SwapEdge.City.V1.CommandReason;
using State = SwapEdge.City.V1.ResultState;

namespace SwapEdge.Tests.Firmware;

/// <summary>Settings that come by a command: in force only when the city has acknowledged a start with them.</summary>
public sealed class FieldSettingsTests
{
    private const string Node = "linfen/station-1/lane-1";
    private const string File = "settings-0";

    private readonly LaneRig _rig = new();
    private readonly CommandDesk _desk;

    public FieldSettingsTests()
    {
        _desk = new CommandDesk(_rig.Uplink, _rig.Clock, Node);
        _rig.Pass(3);
    }

    [Fact]
    public void Good_settings_are_tried_by_a_restart_and_in_force_once_the_city_has_acknowledged_it()
    {
        uint crc = Birth().SettingsCrc;
        Contract.CommandBody body = Send(Good());
        Tried();
        Assert.Equal((State.Running, Reason.Unspecified), Last(body));
        Assert.Equal(1u, Birth().SettingsVersion);
        Assert.NotEqual(crc, Birth().SettingsCrc);
        Acknowledge();
        _rig.Pass(10);
        Assert.Equal((State.Done, Reason.Unspecified), Last(body));
        crc = Birth().SettingsCrc;
        _rig.Restart();
        _rig.Pass(5);
        Assert.Equal((1u, crc), (Birth().SettingsVersion, Birth().SettingsCrc));
        Assert.Equal((State.Done, Reason.Unspecified), Last(body));
    }

    [Fact]
    public void Settings_that_a_technician_deploys_afterwards_count_and_the_city_is_told()
    {
        Send(Good());
        Tried();
        Acknowledge();
        _rig.Pass(10);
        _rig.Deployed.Crc ^= 1;
        _rig.Restart();
        _rig.Pass(10);
        Assert.Equal((0u, _rig.Deployed.Crc), (Birth().SettingsVersion, Birth().SettingsCrc));
        Assert.Single(SwapEvents.Of(_rig.Node.Journal), one => one.Action == AuditAction.SettingsSetAside);
        _rig.Restart();
        _rig.Pass(10);
        Assert.Single(SwapEvents.Of(_rig.Node.Journal), one => one.Action == AuditAction.SettingsSetAside);
    }

    [Fact]
    public void Settings_that_the_city_does_not_acknowledge_are_rolled_back_told_and_audited()
    {
        uint crc = Birth().SettingsCrc;
        Contract.CommandBody body = Send(Good());
        Tried();
        int restarts = _rig.Restarts.Count;
        _rig.Pass((int)(FieldSettings.TrialMs / 50) - 20);
        Assert.Equal(restarts, _rig.Restarts.Count);
        _rig.Pass(40);
        Assert.NotEqual(restarts, _rig.Restarts.Count);
        Assert.Equal((State.Running, Reason.Unspecified), Last(body));
        _rig.Restart();
        _rig.Pass(5);
        Assert.Equal((State.Failed, Reason.RolledBack), Last(body));
        Assert.Equal((0u, crc), (Birth().SettingsVersion, Birth().SettingsCrc));
        EventRecord audit = SwapEvents.Of(_rig.Node.Journal).Single(one => one.Action == AuditAction.CommandFailed);
        Assert.Equal(
            (body.Id, (int)Reason.RolledBack, (int)CommandOperation.ChangeSettings),
            (audit.OrderNumber, audit.Reason, audit.Value));
        Acknowledge();
        _rig.Pass(10);
        _rig.Restart();
        _rig.Pass(5);
        Assert.Equal((0u, crc), (Birth().SettingsVersion, Birth().SettingsCrc));
    }

    [Fact]
    public void An_acknowledgement_of_what_was_before_the_restart_does_not_bring_settings_into_force()
    {
        _rig.Pass(5);
        ulong before = _rig.Node.Journal.LastStored;
        Contract.CommandBody body = Send(Good());
        Tried();
        Acknowledge(before);
        _rig.Pass(10);
        Assert.Equal((State.Running, Reason.Unspecified), Last(body));
        _rig.Restart();
        _rig.Pass(5);
        Assert.Equal((State.Failed, Reason.RolledBack), Last(body));
    }

    [Fact]
    public void Settings_are_not_given_up_while_the_city_works_through_a_backlog()
    {
        for (int i = 0; i < 3000; i++)
        {
            Assert.True(_rig.Node.Journal.Add(new EventRecord { Kind = EventKind.Audit, Boot = 1, UptimeMs = 1 }));
            Assert.True(_rig.Node.Journal.Commit());
        }

        Contract.CommandBody body = Send(Good());
        Tried();
        int restarts = _rig.Restarts.Count;
        ulong last = _rig.Node.Journal.LastStored;
        for (ulong through = 200; through < last; through += 200)
        {
            Acknowledge(through);
            _rig.Pass(1200);
        }

        Assert.InRange(_rig.NowMs, FieldSettings.TrialMs + 60_000, long.MaxValue);
        Assert.Equal(restarts, _rig.Restarts.Count);
        Assert.Equal((State.Running, Reason.Unspecified), Last(body));
        Acknowledge();
        _rig.Pass(10);
        Assert.Equal((State.Done, Reason.Unspecified), Last(body));
    }

    [Fact]
    public void Settings_wait_until_no_swap_is_under_way_and_are_not_tried_once_they_have_expired()
    {
        _rig.DriveTo(Phase.Accepting);
        Contract.CommandBody body = Send(Good());
        _rig.Pass(20);
        Assert.Equal((State.Running, Reason.Unspecified), Last(body));
        Assert.Equal(0, _rig.Restarts.Count);
        _rig.Clock.UtcMs += 60_001;
        _rig.DriveTo(Phase.Releasing);
        _rig.Leave();
        _rig.Pass(20);
        Assert.Equal((State.Expired, Reason.Expired), Last(body));
        Assert.Equal(0, _rig.Restarts.Count);
        _rig.Restart();
        _rig.Pass(5);
        Assert.Equal(0u, Birth().SettingsVersion);
    }

    public static TheoryData<string> Bad => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Bad))]
    public void Bad_settings_are_refused_and_nothing_is_changed(string what)
    {
        Contract.CommandBody body = _desk.Send(one => one.ChangeSettings = ByteString.CopyFrom(Refused[what]));
        _rig.Pass(20);
        Assert.Equal((State.Rejected, Reason.BadArgument), Last(body));
        Assert.DoesNotContain(File, _rig.Store.Files.Keys);
        Assert.Equal(0, _rig.Restarts.Count);
        _rig.Restart();
        _rig.Pass(5);
        Assert.Equal(0u, Birth().SettingsVersion);
    }

    [Fact]
    public void Settings_of_a_version_that_is_not_above_the_one_in_force_are_refused()
    {
        Send(Good());
        Tried();
        Acknowledge();
        _rig.Pass(30);
        Contract.CommandBody body = Send(Good());
        _rig.Pass(20);
        Assert.Equal((State.Rejected, Reason.BadArgument), Last(body));
        Settings.V1.Settings next = Good();
        next.Version = 2;
        body = Send(next);
        Tried();
        Assert.Equal((State.Running, 2u), (Last(body).State, Birth().SettingsVersion));
        _rig.Restart();
        _rig.Pass(5);
        Assert.Equal((State.Failed, 1u), (Last(body).State, Birth().SettingsVersion));
    }

    [Fact]
    public void A_second_restart_has_no_place_beside_settings_under_way_or_on_trial()
    {
        Contract.CommandBody body = Send(Good());
        Tried();
        _desk.Send(one => one.RestartWhenIdle = new());
        _rig.Pass(10);
        Assert.Equal((State.Rejected, Reason.Busy), _desk.Last);
        Acknowledge();
        _rig.Pass(10);
        Assert.Equal((State.Done, Reason.Unspecified), Last(body));
    }

    [Fact]
    public void A_node_that_has_forgotten_the_command_of_its_trial_takes_no_restart_beside_it_either()
    {
        Send(Good());
        int restarts = _rig.Restarts.Count;
        while (_rig.Restarts.Count == restarts)
        {
            _rig.Pass();
        }

        Assert.True(_rig.Store.Delete("command-0") | _rig.Store.Delete("command-1"));
        _rig.Restart();
        _rig.Pass(5);
        Assert.Equal(1u, Birth().SettingsVersion);
        _desk.Send(one => one.RestartWhenIdle = new());
        _rig.Pass(30);
        Assert.Equal((State.Rejected, Reason.Busy), _desk.Last);
        Settings.V1.Settings next = Good();
        next.Version = 2;
        Contract.CommandBody body = Send(next);
        _rig.Pass(30);
        Assert.Equal((State.Rejected, Reason.Busy), Last(body));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Power_that_goes_at_any_byte_leaves_the_old_settings_or_the_new_ones_and_the_city_is_told_which(
        bool comesBack)
    {
        HashSet<uint> seen = [];
        for (int bytes = 0; bytes < 4800; bytes += 3)
        {
            LaneRig rig = new();
            CommandDesk desk = new(rig.Uplink, rig.Clock, Node);
            rig.Pass(3);
            rig.Store.BytesLeft = bytes;
            Contract.CommandBody body = desk.Send(one => one.ChangeSettings = Good().ToByteString());
            rig.Pass(10);
            rig.Store.BytesLeft = comesBack && rig.Store.BytesLeft == 0 ? int.MaxValue : rig.Store.BytesLeft;
            rig.Restart();
            rig.Pass(5);
            Acknowledge(rig, rig.Node.Journal.LastStored);
            rig.Pass(10);
            rig.Store.BytesLeft = int.MaxValue;
            rig.Restart();
            rig.Pass(5);
            Acknowledge(rig, rig.Node.Journal.LastStored);
            rig.Pass(30);
            uint version = Birth(rig).SettingsVersion;
            rig.Restart();
            rig.Pass(5);
            Assert.Equal(version, Birth(rig).SettingsVersion);
            Contract.Result? told = desk.Results.LastOrDefault(result => result.Id == body.Id);
            Assert.True(
                (told?.State == State.Done) == (version == 1),
                $"{bytes} bytes: {told?.State} {told?.Reason}, {version}");
            seen.Add(version);
        }

        Assert.Equal([0u, 1u], seen.Order());
    }

    private static Dictionary<string, byte[]> Refused => new()
    {
        ["nothing"] = [],
        ["no Protocol Buffers"] = [0xFF, 0xFF, 0xFF],
        ["without version"] = Changed(settings => settings.Version = 0),
        ["a field that is not known"] = [.. Good().ToByteArray(), 0xF8, 0x01, 0x01],
        ["a number where bytes belong"] = [.. Good().ToByteArray(), 17 << 3 & 0xFF | 0x80, 1, 1],
        ["telemetry every 601 s"] = Changed(settings => settings.TelemetryIntervalS = 601),
        ["more of the store than there is"] = Changed(settings => settings.TelemetryBytes = 1 << 30),
        ["a lock without debouncing"] = Changed(settings => settings.DebounceMs = 0),
        ["a hot pack"] = Changed(settings => settings.TemperatureLimitC = 81),
        ["another node's bay"] = Changed(settings => settings.IsolationBays = ByteString.CopyFrom(3)),
        ["a vehicle without name"] = Changed(settings => settings.Vehicles = new() { Vehicle = { "" } }),
        ["a vehicle with too long a name"] =
            Changed(settings => settings.Vehicles = new() { Vehicle = { new string('v', 18) } }),
        ["a step that the profile has not"] = Changed(settings => settings.Steps.Add(new StepLimit { Phase = 99 })),
        ["a step without limit"] =
            Changed(settings => settings.Steps.Add(new StepLimit { Phase = (uint)Phase.Unlocking })),
        ["a register without version"] =
            Changed(settings => settings.Packs = new() { Permitted = { "0RJ" } }),
        ["a register that permits an empty code"] =
            Changed(settings => settings.Packs = new() { Version = 1, Permitted = { "" } }),
        ["more than there is room for"] = Changed(
            settings => settings.Vehicles = new() { Vehicle = { Enumerable.Repeat(new string('v', 17), 21) } }),
    };

    private static Settings.V1.Settings Good() => new() { Version = 1, WatchMs = 60000, TargetChargePermille = 850 };

    private static byte[] Changed(Action<Settings.V1.Settings> change)
    {
        Settings.V1.Settings settings = Good();
        change(settings);
        return settings.ToByteArray();
    }

    private Contract.CommandBody Send(Settings.V1.Settings settings) =>
        _desk.Send(body => body.ChangeSettings = settings.ToByteString());

    /// <summary>The node asks for its restart, and has it.</summary>
    private void Tried()
    {
        int restarts = _rig.Restarts.Count;
        for (int i = 0; i < 40 && _rig.Restarts.Count == restarts; i++)
        {
            _rig.Pass();
        }

        Assert.NotEqual(restarts, _rig.Restarts.Count);
        _rig.Restart();
        _rig.Pass(5);
    }

    private (State State, Reason Reason) Last(Contract.CommandBody body)
    {
        Contract.Result result = _desk.Results.Last(result => result.Id == body.Id);
        return (result.State, result.Reason);
    }

    private Contract.Birth Birth() => Birth(_rig);

    private static Contract.Birth Birth(LaneRig rig)
    {
        rig.Node.Uplink.ResendBirth();
        rig.Pass();
        return Contract.Birth.Parser.ParseFrom(rig.Uplink.On("/birth").Last());
    }

    private void Acknowledge() => Acknowledge(_rig, _rig.Node.Journal.LastStored);

    private void Acknowledge(ulong through) => Acknowledge(_rig, through);

    private static void Acknowledge(LaneRig rig, ulong through)
    {
        byte[] message = CommandDesk.Sign(new Contract.AckBody
        {
            Kind = Contract.SignedKind.Ack, Journal = rig.Node.Journal.Identity, EventThrough = through,
        });
        rig.Uplink.Deliver($"swap/v1/{Node}/ack", message);
    }
}

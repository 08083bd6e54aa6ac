using System.Text;
using Microsoft.Data.Sqlite;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Simulator.Settings;
using SwapEdge.Tests.Firmware;
using Contract = SwapEdge.City.V1;

namespace SwapEdge.Tests.StationSettings;

/// <summary>Settings of a station, from the file of a person to what its nodes read.</summary>
public sealed class StationFileTests
{
    [Fact]
    public void The_example_is_a_truck_station_and_a_cabinet()
    {
        StationFile file = StationFile.Read(Example.Path);
        Assert.Empty(file.Errors);
        Assert.Equal(
            [
                ("lane-1", NodeKind.Lane), ("bays-1", NodeKind.Bays), ("bays-2", NodeKind.Bays),
                ("cabinet-1", NodeKind.Cabinet),
            ],
            file.Nodes.Select(node => (node.Name, node.Kind)));
        Assert.Equal(
            ("linfen", "truck-1", "jinyuan-swap", new StationBroker("mqtt.example.org", 8883, true), "ntp.example.org"),
            (file.City, file.Station, file.Operator, file.Broker, file.TimeServer));
        Assert.Equal(
            ["esp32-s3", "esp32-wrover", "esp32-wrover", "esp32-olimex"], file.Nodes.Select(node => node.Board));
        Assert.All(file.Nodes, node => Assert.InRange(node.DeviceForm.Length, 64, 512));
        Assert.Distinct(file.Nodes.Select(node => node.Crc));
    }

    [Fact]
    public void A_lane_reads_what_somebody_would_compose_who_writes_code()
    {
        SwapProfile profile = TopLiftTruck.Profile();
        profile.Operator = "jinyuan-swap";
        profile.RegisterVersion = 3;
        string[] operators = ["jinyuan-swap", "north-swap"];
        profile.PermittedPacks =
        [
            new PackRule("0RJPEA0", "hengtai-leasing", operators),
            new PackRule("0RJPEB1", "hengtai-leasing", operators), new PackRule("001PB", "jinyuan-swap", []),
        ];
        int preparing = Array.FindIndex(profile.Steps, step => step.Phase == Phase.Preparing);
        StepPlan was = profile.Steps[preparing];
        profile.Steps[preparing] = new StepPlan(
            was.Phase, was.Require, was.Forbid, 180000, was.Retries, was.GoesBack);
        AssertSame("lane-1", new NodeSettings { Node = "lane-1", LinkAddress = 144, Lane = 1, Profile = profile });
    }

    [Fact]
    public void Bays_read_what_somebody_would_compose_who_writes_code()
    {
        NodeSettings bays = new()
        {
            Node = "bays-2", LinkAddress = 146, Bays = [3, 4], Interfaces = [1, 1], IsolationBays = [4],
            ChargerW = 180000,
        };
        bays.Profile.Operator = "jinyuan-swap";
        AssertSame("bays-2", bays);
    }

    [Fact]
    public void A_lane_that_is_described_as_that_of_the_simulator_says_the_same_hash_in_its_birth()
    {
        using Station station = new(1);
        for (int i = 0; i < 20; i++)
        {
            station.Pass();
        }

        using SqliteCommand query = station.City.Store.Connection.CreateCommand();
        query.CommandText = "SELECT settings_crc FROM births WHERE node = 'demo/truck-1/lane-1'";
        NodeSettings read = StationFile.Parse(Encoding.UTF8.GetBytes($$"""
            {
              "city": "demo", "station": "truck-1", "broker": { "host": "here", "port": 1883, "tls": false },
              "nodes": [{
                "node": "lane-1", "kind": "lane", "board": "virtual", "lane": 1, "link_address": 144,
                "profile": "top-lift-truck", "vehicles": ["{{Story.Truck.KnownVehicle}}"]
              }]
            }
            """)).Node("lane-1").Settings;

        // The simulator's own nodes are plugged into their broker.
        (read.BrokerHost, read.BrokerPort, read.Crc) = ("", 0, 0);
        read.SetCrc();
        Assert.Equal((long)read.Crc, query.ExecuteScalar());
    }

    [Fact]
    public void A_cabinet_that_reads_its_file_tells_the_hash_of_its_header_and_swaps()
    {
        StationFile file = Example.With("9, 10, 11, 12, 13, 14, 15, 16", "1, 2, 3, 4");
        Assert.Contains(file.Errors, error => error.Reason == "another node has this bay: bays-1");
        CompiledNode node = Example.With("\"bays\": [9, 10, 11, 12, 13, 14, 15, 16]", "\"bays\": [5, 6, 7, 8]")
            .Node("cabinet-1");
        NodeSettings settings = DeployedSettings.Read(
            node.DeviceForm, node.DeviceForm.Length, [BatteryCabinet.Profile()], out _);
        CabinetRig rig = new(settings: settings);
        rig.Uplink.Link = UplinkLink.Up;
        rig.Settle();
        byte[] payload = rig.Uplink.Published.First(one => one.Topic.EndsWith("/birth", StringComparison.Ordinal))
            .Payload;
        Assert.Equal(node.Crc, Contract.Birth.Parser.ParseFrom(payload).SettingsCrc);
        Assert.Equal("swap/v1/linfen/truck-1/cabinet-1/birth", rig.Uplink.Published.First().Topic);
        rig.Come("rider-0001");
        rig.DriveTo(Phase.Releasing);
        rig.Leave();
        rig.Settle();
        EventRecord ended = rig.Events(EventKind.SwapEnded).Single();
        Assert.Equal(
            (SwapResult.Completed, node.Crc, 3),
            (ended.Summary.Result, ended.Summary.SettingsCrc, ended.Summary.RegisterVersion));
    }

    private static void AssertSame(string name, NodeSettings composed)
    {
        composed.City = "linfen";
        composed.Station = "truck-1";
        composed.Board = name == "lane-1" ? "esp32-s3" : "esp32-wrover";
        composed.BrokerHost = "mqtt.example.org";
        composed.BrokerPort = 8883;
        composed.BrokerTls = true;
        composed.TimeServer = "ntp.example.org";
        CompiledNode node = StationFile.Read(Example.Path).Node(name);
        NodeSettings read = DeployedSettings.Read(
            node.DeviceForm, node.DeviceForm.Length, [.. Profiles.All], out SettingsFault fault);
        Assert.Equal((SettingsFault.None, node.Crc), (fault, read.Crc));
        read.Crc = 0;
        read.SetCrc();
        composed.SetCrc();
        Assert.Equal(composed.Crc, read.Crc);
    }
}

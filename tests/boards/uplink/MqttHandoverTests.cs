using System.Reflection;
using nanoFramework.M2Mqtt.Messages;
using SwapEdge.Firmware;

// The device's client has the name of the simulator's.
using DeviceClient = nanoFramework.M2Mqtt.MqttClient;

namespace SwapEdge.Tests.Boards;

/// <summary>What one connection of the uplink leaves to the next: nothing.</summary>
public sealed class MqttHandoverTests
{
    private readonly List<ScriptedWire> _wires = [];

    private ScriptedWire Wire => _wires[^1];

    [Fact]
    public void The_clients_queue_has_a_limit_with_room_for_more_than_the_window()
    {
        DriverRig rig = Rig();
        rig.UntilUp();
        Assert.InRange(rig.Made[0].Settings.InflightQueueSize, Uplink.Window + 10, 64);
    }

    [Fact]
    public void A_connection_begins_with_nothing_of_the_one_before_it()
    {
        DriverRig rig = Rig();
        rig.UntilUp();
        ScriptedWire old = Wire;
        int[] ids = [.. Enumerable.Range(0, Uplink.Window + 1).Select(
            _ => rig.Driver.Publish("t", [1], 1, retain: false))];
        Assert.True(rig.Driver.Subscribe("t"));
        rig.Until(() => old.Published.Count == ids.Length);

        // It waits in the ring of the old connection, which then goes; the numbers begin again.
        Raise(rig.Made[0], "MqttMsgPublished", new MqttMsgPublishedEventArgs((ushort)ids[1], true));
        old.Ended = true;
        rig.Until(() => rig.Driver.Link == UplinkLink.Down);
        rig.UntilUp();

        Assert.Equal(0, rig.Driver.Acknowledged());
        Assert.False(rig.Driver.Session.IsLate(long.MaxValue));
        int[] again = [.. ids.Select(_ => rig.Driver.Publish("t", [1], 1, retain: false))];
        Assert.DoesNotContain(0, again);
    }

    [Fact]
    public void What_an_old_client_still_says_is_nothing_to_the_connection_that_is_up()
    {
        DriverRig rig = Rig();
        rig.UntilUp();
        DeviceClient old = rig.Made[0];
        rig.Driver.Disconnect();
        rig.UntilUp();
        UplinkMessage into = new(4);

        // The handlers that the session has put onto the old one, called as its threads would, late.
        Raise(old, "MqttMsgPublishReceived",
            new MqttMsgPublishEventArgs("t", [1], false, MqttQoSLevel.AtLeastOnce, false));
        Raise(old, "ConnectionClosed", EventArgs.Empty);

        Assert.False(rig.Driver.Receive(into));
        Assert.Equal(UplinkLink.Up, rig.Driver.Link);
        Raise(rig.Made[1], "MqttMsgPublishReceived",
            new MqttMsgPublishEventArgs("t", [1], false, MqttQoSLevel.AtLeastOnce, false));
        Assert.True(rig.Driver.Receive(into));
        Raise(rig.Made[1], "ConnectionClosed", EventArgs.Empty);
        Assert.Equal(UplinkLink.Down, rig.Driver.Link);
    }

    [Fact]
    public void A_client_that_is_not_connected_any_more_is_noticed_although_it_says_nothing()
    {
        DriverRig rig = Rig();
        rig.UntilUp();
        rig.Made[0].Close();
        rig.Until(() => rig.Driver.Link == UplinkLink.Down);
    }

    private static void Raise(DeviceClient client, string name, EventArgs about)
    {
        FieldInfo field = typeof(DeviceClient).GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!;
        ((Delegate)field.GetValue(client)!).DynamicInvoke(client, about);
    }

    private DriverRig Rig() => new(() =>
    {
        ScriptedWire wire = new();
        _wires.Add(wire);
        return wire;
    });
}

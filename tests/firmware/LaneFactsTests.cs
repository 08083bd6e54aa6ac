using SwapEdge.Firmware;
using SwapEdge.Protocol;
using Facts = SwapEdge.Firmware.Fact;

namespace SwapEdge.Tests.Firmware;

/// <summary>What several sensors see is a fact only while all of them say so.</summary>
public sealed class LaneFactsTests
{
    private static readonly SwapProfile Truck = TopLiftTruck.Profile();
    private static readonly SwapProfile Loader = WheelLoader.Profile();
    private static readonly SwapProfile Car = BottomSwapCar.Profile();

    [Theory]
    [InlineData(LaneSensor.PackInPlace1, Facts.PackInPlace)]
    [InlineData(LaneSensor.PackInPlace2, Facts.PackInPlace)]
    [InlineData(LaneSensor.HoistTongueLocked, Facts.HoistGrips)]
    [InlineData(LaneSensor.HoistPinSeated, Facts.HoistGrips)]
    public void One_of_two_sensors_is_not_enough(LaneSensor lost, Facts fact)
    {
        LaneReading reading = new();
        reading.Set(LaneSensor.PackInPlace1, true);
        reading.Set(LaneSensor.PackInPlace2, true);
        reading.Set(LaneSensor.HoistTongueLocked, true);
        reading.Set(LaneSensor.HoistPinSeated, true);
        Assert.True(LaneFacts.Of(reading, Truck).HasFlag(fact));
        reading.Set(lost, false);
        Assert.False(LaneFacts.Of(reading, Truck).HasFlag(fact));
    }

    [Fact]
    public void The_lock_is_open_when_every_point_is_open_and_none_is_closed_and_the_frame_agrees()
    {
        for (int point = 0; point < 4; point++)
        {
            LaneReading reading = Locked(Loader, open: true);
            Assert.True(LaneFacts.Of(reading, Loader).HasFlag(Facts.LockOpen));
            reading.Levels ^= 1UL << ((int)LaneSensor.LockOpen + point);
            Assert.False(LaneFacts.Of(reading, Loader).HasFlag(Facts.LockOpen));
            reading = Locked(Loader, open: true);
            reading.Levels ^= 1UL << ((int)LaneSensor.LockClosed + point);
            Facts seen = LaneFacts.Of(reading, Loader);
            Assert.Equal(Facts.LockContradicts, seen & (Facts.LockOpen | Facts.LockContradicts));
        }

        LaneReading other = Locked(Loader, open: true);
        other.LockFramePin = LockFrame.Neither;
        Assert.False(LaneFacts.Of(other, Loader).HasFlag(Facts.LockOpen));
    }

    [Fact]
    public void A_point_that_the_profile_does_not_have_does_not_count()
    {
        LaneReading reading = Locked(Loader, open: true);
        reading.Levels |= 1UL << ((int)LaneSensor.LockClosed + 4);
        Assert.Equal(Facts.LockOpen, LaneFacts.Of(reading, Loader) & (Facts.LockOpen | Facts.LockContradicts));
    }

    [Fact]
    public void A_dead_lock_frame_takes_lock_and_connector_with_it()
    {
        LaneReading reading = Locked(Truck, open: false);
        Assert.True(LaneFacts.Of(reading, Truck).HasFlag(Facts.LockClosed | Facts.ConnectorMated));
        reading.LockFrameAlive = false;
        Facts seen = LaneFacts.Of(reading, Truck);
        Assert.Equal(Facts.LockSignalLost, seen & (Facts.LockClosed | Facts.ConnectorMated | Facts.LockSignalLost));
    }

    [Fact]
    public void A_car_has_lock_and_connector_from_inputs_alone()
    {
        LaneReading reading = new() { Levels = 0x3FFUL << (int)LaneSensor.LockClosed };
        reading.Set(LaneSensor.ConnectorMated, true);
        Facts seen = LaneFacts.Of(reading, Car);
        Assert.True(seen.HasFlag(Facts.LockClosed | Facts.ConnectorMated));
        Assert.False(seen.HasFlag(Facts.LockSignalLost));
        reading.Set(LaneSensor.ConnectorParted, true);
        Assert.Equal(Facts.None, LaneFacts.Of(reading, Car) & (Facts.ConnectorMated | Facts.ConnectorParted));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Each_circuit_of_the_connector_must_be_made(int circuit)
    {
        LaneReading reading = Locked(Truck, open: false);
        reading.ConnectorLoop = circuit == 0 ? 0 : 1;
        reading.DischargeCircuit = circuit == 1 ? 0 : 1;
        reading.ChargeCircuit = circuit == 2 ? 0 : 1;
        Assert.Equal(Facts.None, LaneFacts.Of(reading, Truck) & (Facts.ConnectorMated | Facts.ConnectorParted));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void High_voltage_is_off_only_when_stage_and_both_relays_and_voltage_say_so(int doubt)
    {
        LaneReading reading = new()
        {
            StageIsOff = doubt != 0, MainPositiveOpen = doubt != 1, MainNegativeOpen = doubt != 2,
            BusSideSafe = doubt != 3,
        };
        Assert.False(LaneFacts.Of(reading, Truck).HasFlag(Facts.HighVoltageOff));
        reading.StageIsOff = reading.MainPositiveOpen = reading.MainNegativeOpen = reading.BusSideSafe = true;
        Assert.True(LaneFacts.Of(reading, Truck).HasFlag(Facts.HighVoltageOff));
    }

    [Fact]
    public void A_confirmation_without_the_key_is_none()
    {
        LaneReading reading = new() { ConfirmEdge = true };
        Assert.False(LaneFacts.Of(reading, Truck).HasFlag(Facts.Confirmed));
        reading.Set(LaneSensor.KeySwitchOn, true);
        Assert.True(LaneFacts.Of(reading, Truck).HasFlag(Facts.Confirmed));
    }

    private static LaneReading Locked(SwapProfile profile, bool open)
    {
        ulong all = (1UL << profile.LockPoints) - 1;
        return new LaneReading
        {
            Levels = all << (int)(open ? LaneSensor.LockOpen : LaneSensor.LockClosed),
            LockFrameAlive = true, LockFramePin = open ? LockFrame.Unlocked : LockFrame.Locked,
            ConnectorLoop = 1, DischargeCircuit = 1, ChargeCircuit = 1,
        };
    }
}

using System.Text;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// One lane: the truck that stands in it, the hoist above it, its panel, and what the lane node asks for. Requests are
/// what the node wrote last; the hoist and the lock see them only while the safety chain is closed.
/// </summary>
public sealed class SwapLane
{
    public SwapLane(Truck truck, Hoist hoist, LanePanel panel)
    {
        Truck = truck;
        Hoist = hoist;
        Panel = panel;
    }

    public Truck Truck { get; }

    public Hoist Hoist { get; }

    public LanePanel Panel { get; }

    /// <summary>What the lane node asks for.</summary>
    public Drive Drives { get; set; }

    /// <summary>Bay for stow and fetch, from 1.</summary>
    public int Bay { get; set; }

    /// <summary>Which of the vehicle's packs is meant, from 1. This lane's truck has one.</summary>
    public int PackPosition { get; set; } = 1;

    public void Advance(long nowMs, int milliseconds, double ambientC)
    {
        bool powered = Panel.SafetyChainClosed;
        Truck.Lock.Advance(
            milliseconds,
            powered && Drives.HasFlag(Drive.Unlock),
            powered && Drives.HasFlag(Drive.Lock),
            Panel.ReleasePermitted);
        Hoist.Advance(milliseconds, Request(Drives), Bay, powered, vehicleHoldsPack: !Truck.Lock.Open);
        Truck.Advance(nowMs, milliseconds, Drives.HasFlag(Drive.ReleaseVehicle), ambientC);
    }

    /// <summary>The levels of every sensor of the lane, as they are now.</summary>
    public void Sense(LaneInputs into)
    {
        ArgumentNullException.ThrowIfNull(into);
        into.SafetyChainClosed = Panel.SafetyChainClosed;
        into.ReleasePermitted = Panel.ReleasePermitted;
        into.FireLoopClosed = !Panel.FireDetected;
        into.KeySwitchOn = Panel.KeySwitchOn;
        into.ConfirmPressed = Panel.ConfirmPressed;
        into.AbortPressed = Panel.AbortPressed;
        into.VehiclePresent = Truck.Present;
        into.VehicleStill = Truck.Still;
        into.VehicleInPosition = Truck.InPosition;
        into.HandbrakeOn = Truck.Present && Truck.HandbrakeOn;
        into.GearNeutral = Truck.Present && Truck.GearNeutral;
        into.ManualSelected = Panel.ManualSelected;
        into.MaintenanceSelected = Panel.MaintenanceSelected;
        into.ClosedSelected = Panel.ClosedSelected;
        into.Hand = Panel.Hand;
        into.DriverAborts = Truck.Present && Panel.DriverAborts;
        into.TagLength = Truck.Present ? Encoding.ASCII.GetBytes(Truck.Tag, into.Tag) : 0;
        into.LockOpenPoints = Truck.Present ? Truck.Lock.OpenPoints : 0;
        into.LockClosedPoints = Truck.Present ? Truck.Lock.ClosedPoints : 0;
        into.ConnectorMated = Truck.Present && Truck.Connector.Mated;
        into.ConnectorParted = Truck.Present && Truck.Connector.Parted;
        Seat seat = Truck.Seat;
        into.PackOnVehicle = Truck.Present && seat.Pack is not null;
        into.PackInPlace1 = Truck.Present && seat.Filled;
        into.PackInPlace2 = into.PackInPlace1;
        into.HoistReady = Hoist.Ready && Panel.SafetyChainClosed;
        into.HoistTongueLocked = Hoist.TongueLocked;
        into.HoistPinSeated = Hoist.PinSeated;
        into.HoistRaised = Hoist.Raised;
        into.HoistLoaded = Hoist.Loaded;
    }

    /// <summary>The hoist's controller takes one request; two at once are none.</summary>
    private static HoistRequest Request(Drive drives)
    {
        const Drive OfHoist = Drive.Grip | Drive.Lift | Drive.Stow | Drive.Fetch | Drive.Place | Drive.Withdraw;
        return (drives & OfHoist) switch
        {
            Drive.Grip => HoistRequest.Grip,
            Drive.Lift => HoistRequest.Lift,
            Drive.Stow => HoistRequest.Stow,
            Drive.Fetch => HoistRequest.Fetch,
            Drive.Place => HoistRequest.Place,
            Drive.Withdraw => HoistRequest.Withdraw,
            _ => HoistRequest.None,
        };
    }
}

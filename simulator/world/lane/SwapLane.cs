using System.Text;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// One lane: the vehicle that stands in it, what carries its packs, its panel, its swap-pack bus, and what the lane
/// node asks for. Requests are what the node wrote last; carrier and lock see them only while the safety chain is
/// closed.
/// </summary>
public sealed class SwapLane
{
    private readonly VehicleComputer _vehicleComputer;
    private readonly PackPosition[] _positions;
    private readonly PackBms[] _packs;

    /// <param name="truck">Who comes.</param>
    /// <param name="hoist">What carries its packs.</param>
    /// <param name="saysLock">The vehicle has a swap controller on its bus.</param>
    public SwapLane(Truck truck, IPackCarrier hoist, bool saysLock = true)
    {
        ArgumentNullException.ThrowIfNull(truck);
        Truck = truck;
        _positions = [.. truck.Positions];
        Hoist = hoist;
        Controller = saysLock ? new SwapController(truck, Bus.Connect("swap controller", receiveRoom: 0)) : null;
        _vehicleComputer = new VehicleComputer(truck, Bus.Connect("vehicle computer", receiveRoom: 0));
        _packs = [.. truck.Positions.Select(at => new PackBms(truck, at, Bus.Connect("pack", receiveRoom: 0)))];
    }

    public Truck Truck { get; }

    /// <summary>A hoist from above, or a platform from below.</summary>
    public IPackCarrier Hoist { get; }

    /// <summary>The vehicle's controller that says lock and connector on the bus; null: it has none.</summary>
    public SwapController? Controller { get; }

    public bool SaysLock => Controller is not null;

    public LanePanel Panel { get; } = new() { KeySwitchOn = true };

    /// <summary>Nobody, if not said otherwise.</summary>
    public LaneAttendant Attendant { get; } = new();

    /// <summary>Its sensors that are wrong.</summary>
    public WrongContacts<LaneInputs> Wrong { get; } = new();

    /// <summary>The bus between the vehicle, its packs and the lane node.</summary>
    public Wire Bus { get; } = new("swap-pack bus");

    /// <summary>What the lane node asks for.</summary>
    public Drive Drives { get; set; }

    /// <summary>Bay for stow and fetch, from 1.</summary>
    public int Bay { get; set; }

    /// <summary>Which of the vehicle's packs is meant, from 1.</summary>
    public int PackPosition
    {
        get => Truck.Meant;
        set => Truck.Meant = value;
    }

    /// <summary>Nothing is asked for: no power at the node, or the hardware hears no heartbeat of it.</summary>
    public void Fall()
    {
        Drives = Drive.None;
        Bay = 0;
        PackPosition = 1;
    }

    public void Advance(long nowMs, int milliseconds, double ambientC)
    {
        Attendant.Advance(nowMs, this);
        bool powered = Panel.SafetyChainClosed;
        if (Truck.Present || Drives != Drive.None)
        {
            AdvanceLock(milliseconds, powered, ambientC);
        }

        Hoist.Advance(milliseconds, Request(Drives), Bay, powered, Truck.Seat);
        Truck.Advance(nowMs, milliseconds, (Drives & Drive.ReleaseVehicle) != Drive.None, ambientC);
        Controller?.Advance(nowMs);
        _vehicleComputer.Advance(nowMs);
        foreach (PackBms pack in _packs)
        {
            pack.Advance(nowMs);
        }
    }

    private void AdvanceLock(int milliseconds, bool powered, double ambientC)
    {
        bool served = powered && Hoist.ServesLock(Truck.Seat);
        Truck.Lock.Advance(
            milliseconds,
            served && (Drives & Drive.Unlock) != Drive.None,
            served && (Drives & Drive.Lock) != Drive.None,
            Panel.ReleasePermitted,
            ambientC);
        foreach (PackPosition position in _positions)
        {
            position.Seat.Clamps = !position.Lock.Open;
        }
    }

    /// <summary>The levels of every sensor of the lane, as they are now.</summary>
    public void Sense(LaneInputs into)
    {
        ArgumentNullException.ThrowIfNull(into);
        into.SafetyChainClosed = Panel.SafetyChainClosed;
        into.ReleasePermitted = Panel.ReleasePermitted;
        into.FireLoopClosed = !Panel.FireDetected;
        into.KeySwitchOn = Panel.KeySwitchOn;
        into.ConfirmPressed = Panel.ConfirmPressed || Attendant.Presses;
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
        into.TagLength = Truck.Present ? Encoding.ASCII.GetBytes(Truck.ReadAs ?? Truck.Tag, into.Tag) : 0;
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
        Wrong.Apply(into);
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

using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>One lane of a life: its place in the world, its node on faulty pins and buses, and who judges it.</summary>
public sealed class LifeLane
{
    private bool _idle;

    /// <param name="world">The whole world.</param>
    /// <param name="lane">This lane of it.</param>
    /// <param name="profile">By which it serves.</param>
    /// <param name="isolationBay">Number of the bay for packs that are kept apart, 0 for none.</param>
    /// <param name="random">Chance of its own.</param>
    public LifeLane(World world, SwapLane lane, SwapProfile profile, int isolationBay, Prng random)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(random);
        World = lane;
        Pins = new FaultyLaneIo(new VirtualLaneIo(lane), random.Fork());
        PackBus = new FaultyBus(lane.Bus.Connect("lane node", 256), random.Fork());
        Link = new FaultyBus(world.StationLink.Connect("lane node"), random.Fork());
        Reactions = new LaneReactions(profile);
        Oracle = new Oracle(world, this, isolationBay);
        PackBus.Heard = Reactions.HearPack;
        Link.Heard = Reactions.HearLink;
        Pins.Passed = Measure;
    }

    public SwapLane World { get; }

    public FaultyLaneIo Pins { get; }

    public FaultyBus PackBus { get; }

    public FaultyBus Link { get; }

    public LaneReactions Reactions { get; }

    public Oracle Oracle { get; }

    /// <summary>Its controller; set once, when the station is built.</summary>
    public LifeNode Node { get; internal set; } = null!;

    /// <summary>What a technician at the selector wants to drive by hand.</summary>
    public Drive Wished { get; set; }

    public Phase Phase => Node.Node?.Lane.Phase ?? Phase.Idle;

    /// <summary>Nobody is there, and the lane is ready for who comes.</summary>
    public bool Rests => World.Truck.Stage is TruckStage.Gone or TruckStage.Away && Node.Node is not null
        && Phase == Phase.Idle;

    public void Advance(long nowMs)
    {
        Pins.Advance(nowMs);
        Reactions.Advance(nowMs);
    }

    /// <summary>No power: every output falls, the relay of the pack positions too.</summary>
    public void Unpower()
    {
        World.Drives = Drive.None;
        World.Bay = 0;
        World.PackPosition = 1;
        Reactions.Reset();
    }

    /// <summary>A driver drives off only while nothing has hold of the vehicle.</summary>
    public bool LeaveEarly(long nowMs)
    {
        bool free = World.Hoist.Held is null && World.Hoist.Raised && Phase < Phase.Gripping;
        if (free)
        {
            World.Truck.Leave(nowMs);
        }

        return free;
    }

    public bool AbortByCity()
    {
        if (Node.Node is { } node)
        {
            Node.Note(TurnKind.Abort);
            node.Lane.AbortByCity();
        }

        Reactions.CityAborts = Node.Node is not null;
        return Node.Node is not null;
    }

    public bool CloseByCity(long nowMs)
    {
        if (Node.Node is { } node)
        {
            Node.Note(TurnKind.TakeOutOfService, 7);
            node.TakeOutOfService(Protocol.Issuer.City, 7, nowMs);
        }

        return Node.Node is not null;
    }

    public void OpenByCity(long nowMs)
    {
        if (Node.Node is { } node && node.Latch.IsSetBy(Protocol.Issuer.City))
        {
            Node.Note(TurnKind.PutIntoService, 8);
            node.PutIntoService(Protocol.Issuer.City, 8, nowMs);
        }
    }

    private void Measure(LaneInputs seen, Drive drives)
    {
        if (Node.Node?.Lane is { } lane)
        {
            bool idle = lane.Phase == Phase.Idle;
            if (idle && !_idle)
            {
                Reactions.Forget();
            }

            _idle = idle;
            Reactions.Take(seen, drives, lane.Phase == Phase.Maintenance, lane.Bays.StoreBay, lane.Bays.TakeBay);
        }
    }
}

using SwapEdge.Firmware;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>The parts of a running station that the arguments of a line name.</summary>
public static class StationParts
{
    extension(ScenarioRun run)
    {
        /// <summary>The lane that is named; the first when none is.</summary>
        public SwapLane LaneOf(Arguments arguments) => run.World.Lanes[arguments.Count("lane", 1) - 1];

        public SwapBay BayOf(Arguments arguments) => run.World.Bays[ScenarioRun.PlaceOf(arguments) - 1];

        public CabinetDoorway DoorOf(Arguments arguments) => run.Cabinet.Doors[ScenarioRun.PlaceOf(arguments) - 1];

        /// <summary>Number of the bay or door that is named, from 1; 0 when none is.</summary>
        public static int PlaceOf(Arguments arguments) => arguments.Count("bay", arguments.Count("door", 0));

        /// <summary>The node that is named; the first when none is.</summary>
        public StationNode NodeOf(Arguments arguments) => arguments.Has("node")
            ? run.Station.Nodes.First(node => node.Name == arguments.Text("node")) : run.Station.Nodes[0];

        /// <summary>The node that is named; all when none is.</summary>
        public IReadOnlyList<StationNode> NodesOf(Arguments arguments) =>
            arguments.Has("node") ? [run.NodeOf(arguments)] : run.Station.Nodes;

        /// <summary>The node that has a bay or door.</summary>
        public StationNode NodeAt(int place) => run.Station.Nodes.First(node => node.Bays.Contains(place));

        /// <summary>A bay as its node has it; null while it has no power.</summary>
        public Bay? SeenBay(int bay) => (run.NodeAt(bay).Live?.Role as BayGroup)?.Find(bay);

        /// <summary>A door as its node has it; null while it has no power.</summary>
        public CabinetDoor? SeenDoor(int door) =>
            (run.NodeAt(door).Live?.Role as Cabinet)?.Doors.Doors.FirstOrDefault(one => one.Number == door);

        /// <summary>The pack at a place; null: there is none.</summary>
        public Pack? PackIn(PackAt at) => at.Lane > 0 ? run.IsCabinet ? null
            : run.World.Lanes[at.Lane - 1].Truck.Positions.ElementAtOrDefault(at.Number - 1)?.Seat.Pack
            : run.IsCabinet ? run.Cabinet.Doors[at.Number - 1].Pack?.Pack
            : run.World.Bays[at.Number - 1].Seat.Pack;

        /// <summary>The pack at the place that is named; throws when there is none.</summary>
        public Pack PackOf(Arguments arguments)
        {
            PackAt at = PackAt.Parse(arguments.Text("pack"))!;
            return run.PackIn(at) ?? throw new ScenarioException(Invariant($"there is no pack at {at}"));
        }
    }
}

using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Boards
{
    /// <summary>
    /// What a board has. The constructor of a board takes the pins and makes every output safe, and no more:
    /// <see cref="Open"/> is not called in safe mode.
    /// </summary>
    public abstract class NodeBoard : IHeartbeat
    {
        /// <summary>As its folder, its board.json and the settings name it.</summary>
        public readonly string Name;

        /// <summary>Folder of what the flash tool deploys, and of the notes of runs.</summary>
        public string GivenRoot = "I:\\";

        /// <summary>Folder of the store, with its separator at the end, and the room in it.</summary>
        public string Root = "I:\\";
        public int StoreBytes = 2944 * 1024;

        /// <summary>What the settings may name; empty where no vehicle is swapped.</summary>
        public SwapProfile[] Profiles = new SwapProfile[0];

        public IHeartbeat Heartbeat;

        /// <summary>Null where there is none.</summary>
        public ClockChip Chip;

        public Lines Lines;

        /// <summary>The line that is on while the hardware hears the heartbeat.</summary>
        public int HeartbeatHeard = Lines.None;

        /// <summary>A thread each; set by <see cref="Open"/>, and so are the next.</summary>
        public IPump[] Pumps = new IPump[0];
        public BusHealth[] Buses = new BusHealth[0];

        /// <summary>Those of the pumps, once they run.</summary>
        public PumpThread[] Threads = new PumpThread[0];

        /// <summary>Bits of <see cref="SelfTestFinding"/>: what starting found, in safe mode too.</summary>
        public int FoundAtStart;

        protected NodeBoard(string name)
        {
            Name = name;
        }

        /// <summary>
        /// Ports of the kind of node that the board is for, its drivers in them. Once, with settings that fit.
        /// </summary>
        public abstract NodePorts Open(NodeSettings settings);

        /// <summary>The kind is the board's, and all that they name is wired.</summary>
        public abstract bool Fits(NodeSettings settings);

        /// <summary>
        /// The node's heartbeat: none while an expander may drive what nobody asks for. Then the hardware takes the
        /// requests' supply away and resets the expanders, and at last the controller.
        /// </summary>
        public void Toggle()
        {
            if (!Lines.MayDrive)
            {
                Heartbeat.Toggle();
            }
        }

        /// <summary>Bits of <see cref="SelfTestFinding"/>: what only the board can see.</summary>
        public int Findings
        {
            get
            {
                int found = Lines.IsSound ? 0 : 1 << (int)SelfTestFinding.InputsImplausible;
                for (int i = 0; i < Buses.Length; i++)
                {
                    found |= Buses[i].Alive && !Buses[i].Silent ? 0 : 1 << (int)SelfTestFinding.BusSilent;
                }

                for (int i = 0; i < Threads.Length; i++)
                {
                    found |= Threads[i].Fails ? 1 << (int)SelfTestFinding.BusSilent : 0;
                }

                return Lines.On(HeartbeatHeard) || HeartbeatHeard < 0
                    ? found
                    : found | 1 << (int)SelfTestFinding.HeartbeatUnheard;
            }
        }
    }
}

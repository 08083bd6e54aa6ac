using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Boards
{
    /// <summary>
    /// What every board does with its node, in order: notes that a run began, reads settings and key, makes the ports,
    /// starts, and then passes. It has no thread and no clock of its own, so that it runs on the desk as well;
    /// <see cref="MainLoop"/> gives it both.
    /// </summary>
    public sealed class NodeProgram
    {
        private const int SelfTestMs = 10000;

        private readonly NodeBoard _board;
        private readonly IStore _store;
        private readonly IRestart _restart;
        private bool _tested;

        /// <summary>Why runs ended. Locked for writing: the watch over the loop writes, too.</summary>
        public readonly RunRecord Runs;

        /// <summary>Where settings and key lie: the store, unless they are elsewhere.</summary>
        public IStore Given;

        /// <summary>Null before <see cref="Open"/>, and after it when they are refused.</summary>
        public NodeSettings Settings;

        /// <summary>Null before <see cref="Start"/>.</summary>
        public Node Node;

        /// <summary>Who the node is, or why there is none: for the serial line.</summary>
        public string Line = "";

        /// <summary>From the board: restart as soon as that disturbs nobody.</summary>
        public bool RestartDue;

        /// <param name="board">Its outputs are safe.</param>
        /// <param name="store">Open.</param>
        /// <param name="runs">Not open yet, over a store of its own.</param>
        /// <param name="restart">Notes into the same.</param>
        public NodeProgram(NodeBoard board, IStore store, RunRecord runs, IRestart restart)
        {
            _board = board;
            _store = store;
            Given = store;
            _restart = restart;
            Runs = runs;
        }

        /// <summary>
        /// The ports, but for clock, uplink, certificates and random bytes, which the caller has. Null: the settings or
        /// the key are refused, and <see cref="Line"/> says so.
        /// </summary>
        public NodePorts Open()
        {
            Runs.Open();
            SettingsFault fault;
            NodeSettings settings = Read(out fault);
            IMac mac = DeviceMac.Open(Given, "mac.key");
            fault = fault == SettingsFault.None && mac == null ? SettingsFault.Key : fault;
            if (fault != SettingsFault.None)
            {
                // To wait for settings is no failed start.
                Runs.End(BootReason.Maintenance);
                Line = "SwapEdge board=" + _board.Name + " refuses=" + ((int)fault).ToString();
                return null;
            }

            Settings = settings;
            NodePorts ports = Runs.IsSafe ? new SafePorts(settings.Kind) : _board.Open(settings);
            ports.Heartbeat = _board;
            ports.Store = _store;
            ports.Mac = mac;
            ports.Restart = _restart;
            ports.Vitals = new Vitals(Runs, _board);
            return ports;
        }

        /// <summary>May take seconds: a journal is read.</summary>
        public void Start(NodePorts ports, long nowMs)
        {
            Node = new Node(Settings, ports);
            Node.Start(nowMs);
            NodeSettings settings = Node.Settings;
            Line = "SwapEdge node=" + settings.City + "/" + settings.Station + "/" + settings.Node
                + " build=" + Node.Build + " board=" + _board.Name + " settings=" + Hex(settings.Crc, 8)
                + " journal=" + Hex(Node.Journal.Identity, 16) + " boot=" + Node.Journal.Boot.ToString() + ".";
        }

        /// <summary>Every 50 ms.</summary>
        public void Pass(long nowMs)
        {
            Node.Pass(nowMs);
            if (Node.Role.Moving)
            {
                return;
            }

            if (!_tested && nowMs >= SelfTestMs)
            {
                _tested = true;
                Node.TestAtStart(nowMs);
            }

            lock (Runs)
            {
                Runs.Pass(nowMs);
            }

            if (RestartDue && Node.Role.IsIdle)
            {
                RestartDue = false;
                _restart.Restart(BootReason.Maintenance);
            }
        }

        private NodeSettings Read(out SettingsFault fault)
        {
            byte[] file = new byte[DeployedSettings.HeaderLength + DeployedSettings.Room];
            int length = Given.Length("settings.bin");
            if (length < 0)
            {
                fault = SettingsFault.NotThere;
                return null;
            }

            length = Given.Read("settings.bin", 0, file, 0, file.Length);
            NodeSettings settings = DeployedSettings.Read(file, length, _board.Profiles, out fault);
            if (settings != null && (settings.Board != _board.Name || !_board.Fits(settings)))
            {
                fault = SettingsFault.Board;
            }

            return settings;
        }

        private static string Hex(ulong value, int digits)
        {
            char[] text = new char[digits];
            for (int i = digits - 1; i >= 0; i--)
            {
                int digit = (int)(value & 15);
                text[i] = (char)(digit < 10 ? '0' + digit : 'A' + digit - 10);
                value >>= 4;
            }

            return new string(text);
        }
    }
}

using System;
using System.Threading;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Boards
{
    /// <summary>
    /// A board's program on the device: files, network, uplink and the threads around a <see cref="NodeProgram"/>, and
    /// the loop of 50 ms. Whatever is thrown ends in a restart.
    /// </summary>
    public sealed class MainLoop : IUptime
    {
        /// <summary>
        /// Without a heartbeat for so long the hardware has taken away every request, before the reboot lets the pins
        /// float.
        /// </summary>
        private const int RestMs = 5000;

        private const int LineMs = 10000;

        /// <summary>The uplink's thread hangs in a call that does not come back; only a restart ends that.</summary>
        private const int HangsS = 300;

        // Journal, telemetry, and what else lies in the folder.
        private const int BlockBytes = 4096;
        private const int Files = 384;

        private readonly NodeBoard _board;
        private readonly INetwork _network;
        private readonly Uptime _uptime = new Uptime();
        private Reboot _restart = new Reboot(null);
        private long _saidMs = -LineMs;

        public MainLoop(NodeBoard board, INetwork network)
        {
            _board = board;
            _network = network;
        }

        public long NowMs
        {
            get
            {
                lock (_uptime)
                {
                    return _uptime.Extend(Environment.TickCount64);
                }
            }
        }

        /// <summary>Never returns but by a restart.</summary>
        public void Run()
        {
            try
            {
                RunRecord runs = new RunRecord(OpenStore(NodeBoard.GivenRoot));
                _restart = new Reboot(runs);
                FileStore store = OpenStore(_board.Root);
                NodeProgram program = new NodeProgram(_board, store, runs, _restart);
                program.Given = _board.Root == NodeBoard.GivenRoot ? store : OpenStore(NodeBoard.GivenRoot);
                NodePorts ports = program.Open();
                if (ports == null)
                {
                    Wait(program);
                }

                Work(program, ports);
            }
            catch (Exception problem)
            {
                End(problem, _restart);
            }
        }

        /// <summary>
        /// The end of a program: a thread that ends with an exception would park the runtime with its pins as they are.
        /// </summary>
        public static void End(Exception problem, IRestart restart)
        {
            Console.WriteLine(problem.Message);
            Thread.Sleep(RestMs);
            restart.Restart(BootReason.Fault);
        }

        private FileStore OpenStore(string root)
        {
            FileStore store = new FileStore(root, _board.StoreBytes, BlockBytes, Files);
            store.Open();
            return store;
        }

        /// <summary>No settings, or no key: says so until somebody flashes them. No output is ever written.</summary>
        private void Wait(NodeProgram program)
        {
            while (true)
            {
                _board.Heartbeat.Toggle();
                Say(program, NowMs);
                Thread.Sleep(Pace.PeriodMs);
            }
        }

        private void Work(NodeProgram program, NodePorts ports)
        {
            NodeSettings settings = program.Settings;
            BoardClock clock = new BoardClock(_board.Chip);
            clock.Open(NowMs);
            NetworkWatch network = new NetworkWatch(_network, clock, this, settings.TimeServer);
            TlsSource secure = settings.BrokerTls
                ? new TlsSource(network, program.Given, settings.BrokerHost, settings.BrokerPort)
                : null;
            IMqttSource source = secure;
            MqttDriver uplink = new MqttDriver(secure == null ? new PlainSource(network, settings) : source, settings);
            ports.Clock = clock;
            ports.Uplink = uplink;
            ports.Certificates = secure;
            ports.Random = new HardwareRandom();
            LoopWatch watch = new LoopWatch(_restart);
            watch.BeatS = (int)(Environment.TickCount64 / 1000);
            new Thread(new ThreadStart(watch.Run)).Start();
            program.Start(ports, NowMs);
            IClock held = program.Node.Uplink.Clock;
            if (BoardClock.ControllerMs < BoardClock.PlausibleMs && held.UtcQuality != TimeQuality.Unknown)
            {
                clock.SetController(held.UtcMs, NowMs);
            }

            new Thread(new ThreadStart(network.Run)).Start();
            new Thread(new ThreadStart(uplink.Run)).Start();
            for (int i = 0; i < _board.Pumps.Length; i++)
            {
                new PumpThread(_board.Pumps[i], this).Start();
            }

            Pace pace = new Pace(NowMs);
            while (true)
            {
                int nowS = (int)(Environment.TickCount64 / 1000);
                watch.BeatS = nowS;
                long nowMs = NowMs;
                clock.Pass(nowMs);
                program.Pass(nowMs);
                program.RestartDue = network.RestartDue || nowS - uplink.WatchedS > HangsS;
                if (!program.Node.Role.Moving)
                {
                    Say(program, nowMs);
                }

                nowMs = NowMs;
                program.Node.Vitals.End(nowMs);
                Thread.Sleep(pace.RestMs(nowMs));
            }
        }

        private void Say(NodeProgram program, long nowMs)
        {
            if (nowMs - _saidMs >= LineMs)
            {
                _saidMs = nowMs;
                Console.WriteLine(program.Line);
            }
        }
    }
}

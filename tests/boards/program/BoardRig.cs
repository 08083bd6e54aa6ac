using System.Text;
using System.Text.RegularExpressions;
using SwapEdge.Boards;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Simulator.Settings;
using SwapEdge.Tests.Firmware;
using SwapEdge.Tests.StationSettings;

namespace SwapEdge.Tests.Boards;

/// <summary>A board on a bench, and its program without threads.</summary>
public sealed class BoardRig
{
    /// <param name="make">The board.</param>
    /// <param name="settings">Null: they are not there.</param>
    /// <param name="key">Likewise.</param>
    /// <param name="notes">Of earlier runs.</param>
    /// <param name="wire">What is connected before power comes.</param>
    /// <param name="room">Of the store, bytes beside settings and key.</param>
    public BoardRig(
        Func<NodeBoard> make, byte[]? settings, byte[]? key, MemoryStore? notes = null, Action<Bench>? wire = null,
        int room = 3 * 1024 * 1024)
    {
        Notes = notes ?? new MemoryStore(64 * 1024);
        Store = new MemoryStore(room + (settings?.Length ?? 0) + (key?.Length ?? 0));
        wire?.Invoke(Bench);
        if (settings != null)
        {
            Store.Append("settings.bin", settings, 0, settings.Length);
        }

        if (key != null)
        {
            Store.Append("mac.key", key, 0, key.Length);
        }

        using (Bench.Use())
        {
            Board = make();
            Program = new NodeProgram(Board, Store, new RunRecord(Notes), Restart);
            Ports = Program.Open();
        }
    }

    public Bench Bench { get; } = new();

    public NodeBoard Board { get; }

    public MemoryStore Store { get; }

    public MemoryStore Notes { get; }

    public VirtualRestart Restart { get; } = new();

    public ScriptedUplink Uplink { get; } = new();

    public List<SlcanAdapter> Adapters { get; } = [];

    public NodeProgram Program { get; }

    /// <summary>Null when the program refuses.</summary>
    public NodePorts? Ports { get; }

    public long NowMs { get; private set; }

    /// <summary>Settings of the example's node, with another board.</summary>
    public static byte[] SettingsOf(string node, string board) =>
        StationFile.Parse(Encoding.UTF8.GetBytes(Regex.Replace(
            Example.Text, "\"board\": \"[a-z0-9-]*\"", $"\"board\": \"{board}\"")))
            .Node(node).DeviceForm;

    public void Start()
    {
        Ports!.Clock = new VirtualClock(DateTimeOffset.UnixEpoch.AddYears(56).AddDays(30), TimeQuality.Sntp);
        Ports.Uplink = Uplink;
        Ports.Random = new SeededRandom(new Prng(1));
        Program.Start(Ports, NowMs);
    }

    /// <summary>Passes, and between them the visits that the threads of the buses make.</summary>
    public void Run(long milliseconds)
    {
        for (long end = NowMs + milliseconds; NowMs < end; NowMs += 10)
        {
            Adapters.ForEach(adapter => adapter.Advance(10));
            foreach (IPump pump in Board.Pumps)
            {
                pump.Pump(NowMs);
            }

            if (NowMs % Pace.PeriodMs == 0)
            {
                Program.Pass(NowMs);
            }
        }
    }
}

namespace SwapEdge.Protocol
{
    /// <summary>
    /// What a pack sends in parts, a few values a frame behind an index. No decision of a node rests on it, so the
    /// device is built without it: whoever wants it gives it each frame that a <see cref="SwapPackBus"/> has accepted.
    /// </summary>
    public sealed class PackDetail
    {
        /// <summary>Cells by board: both messages may carry the same, or the second half; nobody says.</summary>
        public readonly ProbeStore Cells1;
        public readonly ProbeStore Cells2;

        /// <summary>Temperatures by board.</summary>
        public readonly ProbeStore Temperatures;

        /// <summary>Voltages of parallel units, and temperatures, by pack.</summary>
        public readonly ProbeStore PackUnits;
        public readonly ProbeStore PackProbes;

        /// <summary>ST8 by kind, ST12 by index, INFO4 by pack.</summary>
        public readonly SelectedSlots Versions = new SelectedSlots(PackSt8.Kind, PackSt8.Kinds);
        public readonly SelectedSlots Water = new SelectedSlots(PackSt12.FrameIndex, PackSt12.Frames);
        public readonly SelectedSlots Packs = new SelectedSlots(PackInfo4.Pack, MaxPack);

        private const int MaxPack = 8;
        private const int VoltageFrames = 128;
        private const int TemperatureFrames = 48;

        public PackDetail()
        {
            Cells1 = Voltages();
            Cells2 = Voltages();
            Temperatures = new ProbeStore(TemperatureFrames, CellTemperatures.FrameIndex, CellTemperatures.Board,
                new long[]
                {
                    CellTemperatures.Probe1TemperatureC, CellTemperatures.Probe2TemperatureC,
                    CellTemperatures.Probe3TemperatureC, CellTemperatures.Probe4TemperatureC,
                    CellTemperatures.Probe5TemperatureC, CellTemperatures.Probe6TemperatureC,
                },
                CellTemperatures.PeriodMs);
            PackUnits = new ProbeStore(VoltageFrames, PackInfo2.FrameIndex, PackInfo2.Pack,
                new long[] { PackInfo2.Unit1Mv, PackInfo2.Unit2Mv, PackInfo2.Unit3Mv }, PackInfo2.PeriodMs);
            PackProbes = new ProbeStore(TemperatureFrames, PackInfo3.FrameIndex, PackInfo3.Pack,
                new long[]
                {
                    PackInfo3.Probe1TemperatureC, PackInfo3.Probe2TemperatureC, PackInfo3.Probe3TemperatureC,
                    PackInfo3.Probe4TemperatureC, PackInfo3.Probe5TemperatureC,
                },
                PackInfo3.PeriodMs);
        }

        /// <summary>Ok for what has no parts here, or when the part was taken; NoRoom.</summary>
        public DecodeResult Accept(SwapPackMessage message, byte[] data, long timeMs)
        {
            switch (message)
            {
                case SwapPackMessage.Cells1:
                    return Cells1.Accept(data, timeMs);
                case SwapPackMessage.Cells2:
                    return Cells2.Accept(data, timeMs);
                case SwapPackMessage.Temperatures:
                    return Temperatures.Accept(data, timeMs);
                case SwapPackMessage.Info2:
                    return PackUnits.Accept(data, timeMs);
                case SwapPackMessage.Info3:
                    return PackProbes.Accept(data, timeMs);
                case SwapPackMessage.St8:
                    Versions.Accept(data, timeMs);
                    return DecodeResult.Ok;
                case SwapPackMessage.St12:
                    Water.Accept(data, timeMs);
                    return DecodeResult.Ok;
                case SwapPackMessage.Info4:
                    Packs.Accept(data, timeMs);
                    return DecodeResult.Ok;
                default:
                    return DecodeResult.Ok;
            }
        }

        public void Reset()
        {
            Cells1.Reset();
            Cells2.Reset();
            Temperatures.Reset();
            PackUnits.Reset();
            PackProbes.Reset();
            Versions.Reset();
            Water.Reset();
            Packs.Reset();
        }

        private static ProbeStore Voltages()
        {
            return new ProbeStore(VoltageFrames, CellVoltages.FrameIndex, CellVoltages.Board,
                new long[] { CellVoltages.Cell1Mv, CellVoltages.Cell2Mv, CellVoltages.Cell3Mv },
                CellVoltages.PeriodMs);
        }
    }
}

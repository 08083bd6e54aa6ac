using nanoFramework.TestFramework;
using SwapEdge.Protocol;
using static SwapEdge.Protocol.Signal;

namespace SwapEdge.DeviceTests
{
    /// <summary>
    /// Whole messages, byte for byte as standards and captures have them, one of each kind; all of them are tried on
    /// the desk.
    /// </summary>
    [TestClass]
    public static class CodecTests
    {
        [TestMethod]
        public static void Crc_of_the_nine_digits_is_the_published_one()
        {
            byte[] digits = Hex.Bytes("313233343536373839");
            Assert.AreEqual(0xCBF43926u, Crc32.Compute(digits, 0, 9));
        }

        [TestMethod]
        public static void Intel_field_starts_at_its_least_significant_bit()
        {
            const long signal = 4 + (12 * Bits);
            Assert.AreEqual(0xCBAu, signal.Raw(Hex.Bytes("A5CB")));
        }

        [TestMethod]
        public static void Motorola_field_across_three_bytes_reads_as_a_DBC_tool_reads_it()
        {
            const long signal = 2 + (12 * Bits) + Motorola;
            Assert.AreEqual(0xB87u, signal.Raw(Hex.Bytes("FDC380")));
        }

        [TestMethod]
        public static void Signed_field_keeps_its_sign_and_refuses_what_does_not_fit()
        {
            const long signal = 4 + (12 * Bits) + Signed + (10 * Factor);
            Assert.AreEqual(-10, signal.Read(Hex.Bytes("F0FF")));
            Assert.AreEqual(-20480, signal.Read(Hex.Bytes("0080")));
            byte[] data = new byte[2];
            Assert.IsFalse(signal.Write(data, -20490));
            Assert.IsTrue(signal.Write(data, -20480));
            Assert.AreEqual("0080", Hex.Text(data, 0, 2));
        }

        [TestMethod]
        public static void Field_of_32_bits_is_read_and_written_whole()
        {
            const long signal = 32 * Bits;
            byte[] data = new byte[4];
            signal.WriteRaw(data, 0xFEDCBA98);
            Assert.AreEqual("98BADCFE", Hex.Text(data, 0, 4));
            Assert.AreEqual(0xFEDCBA98u, signal.Raw(data));
            Assert.IsFalse(signal.IsAvailable(Hex.Bytes("FFFFFFFF")));
        }

        [TestMethod]
        public static void Current_of_the_charging_standard_is_negative_while_charging()
        {
            Assert.AreEqual(-18000, Bcl.CurrentMa.Read(Hex.Bytes("0000EC0E00")));
            Assert.AreEqual(0, Bcl.CurrentMa.Read(Hex.Bytes("0000A00F00")));
        }

        [TestMethod]
        public static void Identifier_of_the_charging_standard_is_taken_apart()
        {
            Assert.AreEqual(0x1000, J1939.Pgn(0x181056F4));
            Assert.AreEqual(0x56, J1939.Destination(0x181056F4));
            Assert.AreEqual(0xF4, J1939.Source(0x181056F4));
            Assert.AreEqual(6, J1939.Priority(0x181056F4));
            Assert.AreEqual(0x181056F4u, J1939.Id(6, 0x1000, 0x56, 0xF4));
        }

        [TestMethod]
        public static void Message_of_two_packets_is_put_together()
        {
            TransportReceiver receiver = new TransportReceiver(2, 64);
            Assert.AreEqual((int)DecodeResult.Pending, Accept(receiver, 0x1CEC56F4, "100D0002FF000600"));
            Assert.AreEqual((int)DecodeResult.Pending, Accept(receiver, 0x1CECF456, "110201FFFF000600"));
            Assert.AreEqual((int)DecodeResult.Pending, Accept(receiver, 0x1CEB56F4, "019E01B80B4E008E"));
            Assert.AreEqual((int)DecodeResult.Ok, Accept(receiver, 0x1CEB56F4, "02176ECA032413FF"));
            Assert.AreEqual(0x0600, receiver.Pgn);
            Assert.AreEqual("9E01B80B4E008E176ECA032413", Hex.Text(receiver.Data, 0, receiver.Length));
        }

        [TestMethod]
        public static void Status_of_a_bay_is_these_eight_bytes()
        {
            BayStatusFrame bay = new BayStatusFrame();
            bay.Source = 0x11;
            bay.Life = 5;
            bay.Bay = 3;
            bay.Presence = BayPresence.Occupied;
            bay.ChargeStage = 4;
            bay.PowerOff = true;
            bay.Healthy = true;
            bay.ChargePermille = 800;
            bay.ChargeKnown = true;
            bay.ReservedBy = 1;
            bay.PackSerial = 0x123456;
            bay.PackSerialKnown = true;
            CanFrame frame = new CanFrame();
            Assert.IsTrue(bay.Write(frame));
            Assert.AreEqual(0x18FF5011u, frame.Id);
            Assert.AreEqual("050372C801563412", Hex.Text(frame.Data, 0, frame.Length));
            BayStatusFrame read = new BayStatusFrame();
            Assert.AreEqual((int)DecodeResult.Ok, (int)read.Read(frame));
            Assert.AreEqual(800, read.ChargePermille);
            Assert.AreEqual(0x123456u, read.PackSerial);
        }

        [TestMethod]
        public static void Frames_of_a_pack_are_read_value_by_value()
        {
            byte[] cells = Hex.Bytes("E40C0305D00C0104");
            Assert.AreEqual(3300, PackSt5.MaxCellMv.Read(cells));
            Assert.AreEqual(3280, PackSt5.MeanCellMv.Read(cells));
            Assert.AreEqual(4, PackSt5.MaxLevel.Read(cells));
            byte[] branches = Hex.Bytes("007D0A7DF67CFFFF");
            Assert.AreEqual(1000, PackSt11.Branch2Ma.Read(branches));
            Assert.AreEqual(-1000, PackSt11.Branch3Ma.Read(branches));
            Assert.IsFalse(PackSt11.Branch4Ma.IsAvailable(branches));
        }

        [TestMethod]
        public static void Samples_of_a_pack_become_a_block_of_the_same_bytes_on_every_runtime()
        {
            TelemetryReading reading = new TelemetryReading();
            TelemetryBlock block = new TelemetryBlock(256);
            for (int i = 0; i < 20; i++)
            {
                reading.Begin(TelemetrySubject.Pack);
                reading.Bay = 3;
                reading.Serial = 0xFEDCBA98;
                reading.Add(3300 - i, Quality.Valid);
                reading.Add(-70000 + (i * i * i), i < 10 ? Quality.Valid : Quality.NotAvailable);
                if (i == 0)
                {
                    block.Begin(reading, 1, 7, 5000000000, 1790000000000, TimeQuality.Sntp);
                }

                Assert.IsTrue(block.Add(reading, 5000000000 + (1000 * i)));
            }

            uint crc = Crc32.Compute(block.Data, 0, block.Length);
            OutputHelper.WriteLine(block.Length.ToString() + " bytes; crc " + Hex.Text(crc));
            Assert.AreEqual(20, block.Count);
        }

        [TestMethod]
        public static void Answer_of_the_makers_example_is_found_behind_noise_and_read()
        {
            byte[] line = Hex.Bytes("00DD77DD03001B1700000002D003E8000020780000000000001048030F020B760B82FBFF77");
            JbdFramer framer = new JbdFramer();
            int at = 0;
            while (framer.Length == 0 && at < line.Length)
            {
                at += framer.Accept(line, at, line.Length - at, 0);
            }

            Assert.AreEqual(34, framer.Length);
            byte[] data = new byte[27];
            System.Array.Copy(framer.Frame, 4, data, 0, 27);
            Assert.AreEqual(58880, JbdBasic.VoltageMv.Read(data));
            Assert.AreEqual(720, JbdBasic.ChargePermille.Read(data));
            Assert.AreEqual(2016, JbdBasic.MadeYear.Read(data));
        }

        [TestMethod]
        public static void Line_of_an_adapter_is_written_and_read()
        {
            CanFrame frame = new CanFrame();
            frame.Id = 0x182756F4;
            frame.Length = 2;
            frame.Data[0] = 0x8E;
            frame.Data[1] = 0x17;
            byte[] line = new byte[32];
            int length = Slcan.WriteFrame(frame, false, -1, line, 0);
            Assert.AreEqual("T182756F428E17", Ascii.Read(line, 0, length - 1));
            Assert.AreEqual((int)'\r', (int)line[length - 1]);
            SlcanReader reader = new SlcanReader();
            Assert.AreEqual(length, reader.Accept(line, 0, length, 77));
            Assert.AreEqual((int)SlcanKind.Frame, (int)reader.Kind);
            Assert.AreEqual(0x182756F4u, reader.Frame.Id);
            Assert.AreEqual(77L, reader.Frame.TimeMs);
        }

        [TestMethod]
        public static void Number_of_64_bits_survives_a_message()
        {
            byte[] bytes = new byte[16];
            int length = ProtoWriter.RawVarint(bytes, 0, 0xFEDCBA9876543210);
            Assert.AreEqual("90E4D0B287D3AEEEFE01", Hex.Text(bytes, 0, length));
            ulong value;
            Assert.AreEqual(length, ProtoReader.RawVarint(bytes, 0, length, out value));
            Assert.AreEqual(0xFEDCBA9876543210, value);
            Assert.AreEqual(-2147483648, ProtoReader.ZigZag(0xFFFFFFFF));
            Assert.AreEqual(1073741823, ProtoReader.ZigZag(0x7FFFFFFE));
        }

        [TestMethod]
        public static void Event_reads_back_as_it_was_written()
        {
            EventRecord written = new EventRecord();
            written.Kind = EventKind.SwapStep;
            written.Journal = 0x8877665544332211;
            written.Sequence = 5000000000;
            written.Boot = 7;
            written.UtcMs = 1790000000000;
            written.TimeQuality = TimeQuality.Sntp;
            written.UptimeMs = 42949672960;
            written.Phase = 7;
            written.PreviousPhase = 6;
            written.Facts = 0x8000000000000001;
            written.VehicleLength = Ascii.Write("LFWSRXSJ0P1F12345", written.Vehicle, 0);
            byte[] bytes = new byte[EventCodec.MaxLength];
            int length = EventCodec.Encode(written, bytes, 0);
            OutputHelper.WriteLine(length.ToString() + " bytes; crc " + Hex.Text(Crc32.Compute(bytes, 0, length)));
            EventRecord read = new EventRecord();
            Assert.AreEqual((int)DecodeResult.Ok, (int)EventCodec.Decode(bytes, 0, length, read));
            Assert.AreEqual(written.Journal, read.Journal);
            Assert.AreEqual(written.Sequence, read.Sequence);
            Assert.AreEqual(written.UtcMs, read.UtcMs);
            Assert.AreEqual(written.UptimeMs, read.UptimeMs);
            Assert.AreEqual(written.Facts, read.Facts);
            Assert.AreEqual("LFWSRXSJ0P1F12345", Ascii.Read(read.Vehicle, 0, read.VehicleLength));
        }

        [TestMethod]
        public static void Event_that_is_cut_short_or_turned_is_refused_or_another_and_nothing_throws()
        {
            EventRecord record = new EventRecord();
            record.Kind = EventKind.Audit;
            record.Journal = 1;
            record.Sequence = 3;
            byte[] bytes = new byte[EventCodec.MaxLength];
            int length = EventCodec.Encode(record, bytes, 0);
            for (int cut = 0; cut < length; cut++)
            {
                EventCodec.Decode(bytes, 0, cut, record);
                bytes[cut] ^= 0xFF;
                EventCodec.Decode(bytes, 0, length, record);
                bytes[cut] ^= 0xFF;
            }

            Assert.AreEqual((int)DecodeResult.Ok, (int)EventCodec.Decode(bytes, 0, length, record));
            Assert.AreEqual(3UL, record.Sequence);
        }

        private static int Accept(TransportReceiver receiver, uint id, string data)
        {
            CanFrame frame = new CanFrame();
            frame.Id = id;
            frame.Length = 8;
            System.Array.Copy(Hex.Bytes(data), frame.Data, 8);
            return (int)receiver.Accept(frame);
        }
    }
}

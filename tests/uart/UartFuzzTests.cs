using System.Text;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Tests.Protocol;

namespace SwapEdge.Tests.Uart;

/// <summary>
/// Pieces for each framer with a fixed seed: random, mutated, truncated, joined. No framer or decoder may throw, grow
/// or stop. How many: <see cref="FuzzCount"/>.
/// </summary>
public class UartFuzzTests
{
    /// <summary>For what the test itself needs; a framer that takes a byte a piece is over it.</summary>
    private const int AllowedBytes = 100_000;

    private static readonly int Count = FuzzCount.Value;

    [Fact]
    public void Slcan_survives_anything_and_still_finds_lines()
    {
        var reader = new SlcanReader();
        byte[][] good = [.. new[]
        {
            "T182756F428E17\r", "T18FFF8A780056000000000000\r", "t123812345678AABBCCDD1234\r", "r1232\r", "\r", "\a",
            "V1013\r", "NA123\r", "F84\r", "S5\r", "O\r", "Z1\r", "M18FFF8A7\r", "z\r",
        }.Select(Encoding.ASCII.GetBytes)];
        uint lines = 0;
        Feed(1, good, (bytes, at, count, nowMs) =>
        {
            int taken = reader.Accept(bytes, at, count, nowMs);
            lines += reader.Kind == SlcanKind.None ? 0u : 1;
            Assert.True(reader.LineLength is >= 0 and <= SlcanReader.Room);
            return taken;
        });
        Assert.Equal(lines, reader.Count(DecodeResult.Ok));
        Assert.True(lines > Count / 4, "the lines must reach the reader");
        Assert.True(reader.Count(DecodeResult.Malformed) > 1_000);
    }

    [Fact]
    public void Jbd_survives_anything_and_still_finds_frames()
    {
        var framer = new JbdFramer();
        var bms = new JbdBms();
        var reading = new UartReading();
        byte[][] good = [.. new[]
        {
            "DD03001B1700000002D003E8000020780000000000001048030F020B760B82FBFF77",
            "DD0400181039103A1038103A103C103910371039103B103F1036103AFC7477", "DDA50300FFFD77",
        }.Select(Convert.FromHexString)];
        uint frames = 0;
        Feed(2, good, (bytes, at, count, nowMs) =>
        {
            int taken = framer.Accept(bytes, at, count, nowMs);
            if (framer.Length > 0)
            {
                frames++;
                bms.Accept(framer.Frame, nowMs);
                bms.Read(nowMs, reading);
            }

            return taken;
        });
        Assert.Equal(frames, framer.Count(DecodeResult.Ok));
        Assert.True(frames > Count / 4, "the frames must reach the decoder");
        Assert.True(framer.Count(DecodeResult.Checksum) > 1_000);
    }

    [Fact]
    public void Jk_survives_anything_and_still_finds_frames()
    {
        var framer = new JkFramer();
        var bms = new JkBms();
        var reading = new UartReading();
        var pack = new PackReading();
        var reader = new UartPackReader();
        uint frames = 0;
        Feed(3, [Answer(), Request()], (bytes, at, count, nowMs) =>
        {
            int taken = framer.Accept(bytes, at, count, nowMs);
            if (framer.Length > 0)
            {
                frames++;
                bms.Accept(framer.Frame, framer.Length, nowMs);
                bms.Read(nowMs, reading);
                reader.Read(reading, pack);
            }

            return taken;
        });
        Assert.Equal(frames, framer.Count(DecodeResult.Ok));
        Assert.True(frames > Count / 4, "the frames must reach the decoder");
        Assert.True(framer.Count(DecodeResult.Checksum) > 1_000);
    }

    [Fact]
    public void Jk_fields_of_any_kind_behind_a_right_checksum_are_survived()
    {
        var random = new Random(4);
        var writer = new JkWriter();
        var bms = new JkBms();
        var reading = new UartReading();
        long grown = 0;
        for (int i = 0; i < Count; i++)
        {
            writer.Start(Jk.ReadAll, Jk.FromBms, Jk.Answer);
            int bytes = random.Next(i % 50 == 0 ? Jk.Room - Jk.MinLength : 40);
            for (int at = 0; at < bytes; at++)
            {
                bool code = random.Next(3) == 0;
                writer.Frame[writer.Length + at] = (byte)(code ? 0x79 + random.Next(0x4A) : random.Next(256));
            }

            writer.Length += bytes;
            writer.Finish(0);
            long before = GC.GetAllocatedBytesForCurrentThread();
            bms.Accept(writer.Frame, writer.Length, i);
            bms.Read(i, reading);
            grown += GC.GetAllocatedBytesForCurrentThread() - before;
            bms.Text(JkField.MakerId);
        }

        Assert.InRange(grown, 0, AllowedBytes);
        Assert.True(bms.Count(DecodeResult.Ok) > 1_000);
        Assert.True(bms.Count(DecodeResult.Malformed) > 1_000);
    }

    [Fact]
    public void Battery_codes_survive_any_text()
    {
        var random = new Random(5);
        var code = new BatteryCodeParts();
        byte[] good = Encoding.ASCII.GetBytes("0RJPEA00HAU0AAF131001955");
        byte[] text = new byte[40];
        int fitting = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Count; i++)
        {
            good.CopyTo(text, 0);
            for (int changes = random.Next(3); changes > 0; changes--)
            {
                text[random.Next(24)] = (byte)random.Next(256);
            }

            int length = random.Next(4) == 0 ? random.Next(41) : 24;
            fitting += code.Parse(text, length) ? 1 : 0;
            BatteryCode.SerialOf(text, length);
            Assert.True(code.Fits == (code.Month != 0));
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, AllowedBytes);
        Assert.InRange(fitting, 1_000, Count - 1_000);
    }

    [Fact]
    public void Framers_and_decoders_allocate_nothing()
    {
        var slcan = new SlcanReader();
        var jbd = new JbdFramer();
        var jbdBms = new JbdBms();
        var jk = new JkFramer();
        var jkBms = new JkBms();
        var reading = new UartReading();
        var pack = new PackReading();
        var reader = new UartPackReader();
        var code = new BatteryCodeParts();
        byte[] line = Encoding.ASCII.GetBytes("garbage T18FFF8A780056000000000000\rS5\rt12\r");
        byte[] answer = Convert.FromHexString("DD0400181039103A1038103A103C103910371039103B103F1036103AFC7477");
        byte[] fields = Answer();
        byte[] text = Encoding.ASCII.GetBytes("0RJPEA00HAU0AAF131001955");
        byte[] into = new byte[64];
        CanFrame frame = Frames.Parse("18FFF8A7#0056000000000000");

        void Run(int rounds)
        {
            for (int i = 0; i < rounds; i++)
            {
                for (int at = 0; at < line.Length;)
                {
                    at += slcan.Accept(line, at, line.Length - at, i);
                }

                Slcan.WriteFrame(frame, false, -1, into, 0);
                Slcan.WriteLine(SlcanKind.SetRate, 5, into, 0);
                jbd.Accept(answer, 0, answer.Length - (i % 3), i);
                jbdBms.Accept(answer, i);
                jbdBms.Read(i, reading);
                jk.Accept(fields, 0, fields.Length, i);
                jkBms.Accept(fields, fields.Length, i);
                jkBms.Read(i, reading);
                reader.Read(reading, pack);
                code.Parse(text, text.Length);
                Jbd.WriteRequest(3, into, 0);
            }
        }

        Assert.Equal(0, Allocated.ByEachRoundOf(() => Run(2_000)));
    }

    private delegate int Taker(byte[] bytes, int at, int count, long nowMs);

    private static void Feed(int seed, byte[][] good, Taker take)
    {
        var random = new Random(seed);
        byte[] bytes = new byte[good.Max(piece => piece.Length)];
        long nowMs = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Count; i++)
        {
            byte[] piece = good[random.Next(good.Length)];
            int length = piece.Length;
            piece.CopyTo(bytes, 0);
            switch (random.Next(6))
            {
                case 0:
                    random.NextBytes(bytes.AsSpan(0, length));
                    break;
                case 1:
                    bytes[random.Next(length)] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    length = random.Next(length);
                    break;
                default:
                    break;
            }

            nowMs += random.Next(4) == 0 ? UartFramer.GapMs + 1 : 1;
            int rounds = 0;
            for (int at = 0; at < length; rounds++)
            {
                at += take(bytes, at, Math.Min(length - at, 1 + random.Next(length)), nowMs);
                Assert.True(rounds < 2_000, "it must get on");
            }
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, AllowedBytes);
    }

    private static byte[] Request()
    {
        var writer = new JkWriter();
        writer.WriteRequest();
        return writer.Frame[..writer.Length];
    }

    private static byte[] Answer()
    {
        var writer = new JkWriter();
        writer.Start(Jk.ReadAll, Jk.FromBms, Jk.Answer);
        writer.AddCells([3201, 3185, 3203], 3);
        writer.Add(JkField.CellTemperature, 16);
        writer.Add(JkField.Voltage, 959);
        writer.Add(JkField.Current, 0x8045);
        writer.Add(JkField.Charge, 15);
        writer.AddText(JkField.MakerId, "BT30");
        writer.Add(JkField.ProtocolVersion, 1);
        writer.Finish(7);
        return writer.Frame[..writer.Length];
    }
}

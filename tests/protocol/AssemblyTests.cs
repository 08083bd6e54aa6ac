using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

/// <summary>What comes in parts: the code of a pack, the identification of a vehicle.</summary>
public class AssemblyTests
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0";

    private readonly PackCodeAssembly _code = new();
    private readonly VinAssembly _vin = new();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(6, 1)]
    [InlineData(7, 2)]
    [InlineData(13, 2)]
    [InlineData(14, 3)]
    [InlineData(20, 3)]
    [InlineData(21, 4)]
    [InlineData(27, 4)]
    public void Code_is_complete_with_the_last_part_that_its_length_needs(int length, int needed)
    {
        for (int part = 1; part <= needed; part++)
        {
            Assert.False(_code.IsComplete);
            Assert.Equal(DecodeResult.Ok, _code.Accept(part, Part(Letters[..length], part)));
        }

        Assert.True(_code.IsComplete);
        Assert.Equal(Letters[..length], System.Text.Encoding.ASCII.GetString(_code.Code, 0, _code.Length));
        Assert.Equal(5, _code.Maker);
    }

    [Fact]
    public void Code_that_is_repeated_stays_and_one_changed_byte_of_any_part_starts_it_anew()
    {
        string code = Letters[..13];
        for (int at = 0; at < code.Length; at++)
        {
            AcceptCode(code);
            AcceptCode(code);
            Assert.True(_code.IsComplete);
            string other = string.Concat(code.AsSpan(0, at), "x", code.AsSpan(at + 1));
            int part = at < 6 ? 1 : 2;
            _code.Accept(part, Part(other, part));
            Assert.False(_code.IsComplete, $"byte {at}");
            _code.Accept(3 - part, Part(other, 3 - part));
            Assert.True(_code.IsComplete, $"byte {at}");
        }
    }

    [Fact]
    public void Code_of_another_length_forgets_the_parts_that_were_there()
    {
        AcceptCode(Letters[..13]);
        _code.Accept(1, Part(Letters[..12], 1));
        Assert.False(_code.IsComplete);
        _code.Accept(2, Part(Letters[..12], 2));
        Assert.True(_code.IsComplete);
        Assert.Equal(12, _code.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(28)]
    [InlineData(31)]
    public void Code_of_a_length_that_cannot_be_is_refused_and_the_one_before_it_forgotten(int length)
    {
        AcceptCode(Letters[..13]);
        byte[] data = Part(Letters[..13], 1);
        data[1] = (byte)((length << 3) | 5);
        Assert.Equal(DecodeResult.Malformed, _code.Accept(1, data));
        Assert.Equal((false, 0, 0), (_code.IsComplete, _code.Length, _code.Maker));
    }

    [Theory]
    [InlineData('!', true)]
    [InlineData('~', true)]
    [InlineData(' ', false)]
    [InlineData('\u007F', false)]
    public void Code_with_a_character_that_cannot_be_seen_is_none(char character, bool complete)
    {
        AcceptCode("ABC" + character);
        Assert.Equal(complete, _code.IsComplete);
    }

    [Fact]
    public void Reset_forgets_the_code_whole()
    {
        AcceptCode(Letters[..13]);
        _code.Reset();
        Assert.Equal((false, 0, 0), (_code.IsComplete, _code.Length, _code.Maker));
        _code.Accept(1, Part(Letters[..13], 1));
        Assert.False(_code.IsComplete);
    }

    [Fact]
    public void Identification_that_is_repeated_stays_and_one_changed_byte_starts_it_anew()
    {
        const string vin = "LZ0AHU53K1E0101AZ";
        for (int at = 0; at < 17; at++)
        {
            AcceptVin(vin, 1);
            AcceptVin(vin, 1);
            Assert.True(_vin.IsComplete);
            int part = at / 7;
            _vin.Accept(VinPart(string.Concat(vin.AsSpan(0, at), "X", vin.AsSpan(at + 1)), part, part + 1));
            Assert.False(_vin.IsComplete, $"byte {at}");
            _vin.Reset();
        }
    }

    [Fact]
    public void Parts_numbered_from_0_and_from_1_are_not_mixed()
    {
        const string vin = "LZ0AHU53K1E0101AZ";
        _vin.Accept(VinPart(vin, 0, 0));
        _vin.Accept(VinPart(vin, 1, 1));
        _vin.Accept(VinPart(vin, 2, 3));
        Assert.False(_vin.IsComplete);
        _vin.Accept(VinPart(vin, 0, 1));
        Assert.False(_vin.IsComplete);
        _vin.Accept(VinPart(vin, 1, 2));
        Assert.True(_vin.IsComplete);
        Assert.Equal(vin, System.Text.Encoding.ASCII.GetString(_vin.Vin));
    }

    [Fact]
    public void Reset_of_the_bus_forgets_every_part_and_copy()
    {
        var bus = new SwapPackBus();
        var detail = new PackDetail();
        string[] frames =
        [
            "18C1D0F3#0105E40CE50CE60C", "18C3D0F3#0105E40CE50CE60C", "18C2D0F3#02044B4C4D4E4F50",
            "18C4D0F3#0102E40CE50CE60C", "18C5D0F3#0202184B4C4D4E4F", "18C6D0F3#0270177C75A800FF",
            "188CD0F3#01EEE22CEFF22CFF", "1888D0F3#0132363130313541", "1882D0F3#C8FA1A2764006400",
            "18E1D0F3#4E0F410000000000",
        ];
        Assert.All(frames, text =>
        {
            CanFrame frame = Frames.Parse(text);
            Assert.Equal(DecodeResult.Ok, bus.Accept(frame));
            Assert.Equal(DecodeResult.Ok, detail.Accept(bus.Completed, frame.Data, frame.TimeMs));
        });
        Assert.True(bus.PackCode.IsComplete);
        bus.Reset();
        detail.Reset();
        ProbeStore[] stores =
            [detail.Cells1, detail.Cells2, detail.Temperatures, detail.PackUnits, detail.PackProbes];
        Assert.All(stores, store => Assert.Equal(0, store.Count));
        Assert.Equal(0u, detail.Packs.Slot(2).Received + detail.Water.Slot(1).Received
            + detail.Versions.Slot(1).Received + bus.Slot(SwapPackMessage.St2).Received);
        Assert.False(bus.PackCode.IsComplete);
        Assert.Equal(MessageDoubt.NeverReceived, bus.DoubtOf(SwapPackMessage.St2, 0));
    }

    [Fact]
    public void Standard_frame_is_none_of_this_bus_whatever_its_number()
    {
        CanFrame frame = Frames.Parse("18FFF8A7#0056000000000000");
        frame.Extended = false;
        Assert.Equal(DecodeResult.UnknownId, new SwapPackBus().Accept(frame));
    }

    private void AcceptCode(string code)
    {
        for (int part = 1; part <= 2; part++)
        {
            _code.Accept(part, Part(code, part));
        }
    }

    private void AcceptVin(string vin, int first)
    {
        for (int part = 0; part < 3; part++)
        {
            _vin.Accept(VinPart(vin, part, first + part));
        }
    }

    private static byte[] Part(string code, int part)
    {
        byte[] text = System.Text.Encoding.ASCII.GetBytes(code.PadRight(27, '\u00FF'));
        byte[] data = new byte[8];
        data[1] = (byte)((code.Length << 3) | 5);
        int from = part == 1 ? 0 : 6 + ((part - 2) * 7);
        int count = part == 1 ? 6 : 7;
        text.AsSpan(from, count).CopyTo(data.AsSpan(8 - count));
        return data;
    }

    private static byte[] VinPart(string vin, int part, int index) =>
        [(byte)index, .. System.Text.Encoding.ASCII.GetBytes(vin.PadRight(21)).AsSpan(part * 7, 7)];
}

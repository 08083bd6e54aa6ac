using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

public class SwapPackBusTests
{
    private readonly SwapPackBus _bus = new();

    [Fact]
    public void Lock_frame_says_locked_and_mated_on_both_circuits()
    {
        Assert.Equal(DecodeResult.Ok, Accept("18FFF8A7#0056000000000000"));
        byte[] data = _bus.Slot(SwapPackMessage.Lock).Data;
        Assert.Equal(0, LockFrame.Life.Read(data));
        Assert.Equal(LockFrame.Locked, LockFrame.LockPin.Read(data));
        Assert.Equal(LockFrame.Connected, LockFrame.Connector.Read(data));
        Assert.Equal(LockFrame.Connected, LockFrame.DischargeCircuit.Read(data));
        Assert.Equal(LockFrame.Connected, LockFrame.ChargeCircuit.Read(data));
        Assert.Equal(0, LockFrame.FaultLevel.Read(data));
    }

    [Fact]
    public void Lock_frame_written_signal_by_signal_is_the_same_frame()
    {
        byte[] data = new byte[8];
        Assert.True(LockFrame.Life.Write(data, 7) && LockFrame.LockPin.Write(data, LockFrame.Unlocked));
        Assert.True(LockFrame.FaultLevel.Write(data, 2) && LockFrame.FaultCode.Write(data, 10));
        Assert.Equal("070100020A000000", Convert.ToHexString(data));
    }

    [Fact]
    public void Lock_counts_only_while_its_life_counter_moves()
    {
        Accept("18FFF8A7#0056000000000000", 0);
        Assert.False(_bus.LockValid(0));
        Accept("18FFF8A7#0156000000000000", 100);
        Assert.True(_bus.LockValid(100));
        for (int i = 1; i <= 2; i++)
        {
            Assert.Equal(DecodeResult.Ok, Accept("18FFF8A7#0156000000000000", 100 + i * 100));
            Assert.True(_bus.LockValid(100 + i * 100));
        }

        Assert.True(_bus.LockValid(400));
        Assert.False(_bus.LockValid(401));
    }

    [Fact]
    public void Fourth_equal_counter_is_refused_and_the_copy_keeps_what_was_said_before()
    {
        Accept("18FFF8A7#0056000000000000", 0);
        Accept("18FFF8A7#0156000000000000", 10);
        for (int i = 1; i <= 3; i++)
        {
            Assert.Equal(DecodeResult.Ok, Accept("18FFF8A7#0156000000000000", 10 + i));
            Assert.True(_bus.LockValid(10 + i));
        }

        Assert.Equal(DecodeResult.FrozenCounter, Accept("18FFF8A7#0155000000000000", 14));
        Assert.False(_bus.LockValid(14));
        Assert.Equal(LockFrame.Locked, LockFrame.LockPin.Read(_bus.Slot(SwapPackMessage.Lock).Data));
        Assert.Equal(DecodeResult.Ok, Accept("18FFF8A7#0256000000000000", 15));
        Assert.False(_bus.LockValid(15));
        Assert.Equal(DecodeResult.Ok, Accept("18FFF8A7#0356000000000000", 16));
        Assert.True(_bus.LockValid(16));
    }

    [Fact]
    public void Silence_makes_the_lock_invalid_until_two_frames_have_come_again()
    {
        Accept("18FFF8A7#FE56000000000000", 0);
        Accept("18FFF8A7#FF56000000000000", 100);
        Assert.True(_bus.LockValid(400));
        Assert.False(_bus.LockValid(401));
        Accept("18FFF8A7#0056000000000000", 5_000);
        Assert.False(_bus.LockValid(5_000));
        Assert.Equal(0u, _bus.Lost(SwapPackMessage.Lock));
        Accept("18FFF8A7#0356000000000000", 5_100);
        Assert.True(_bus.LockValid(5_100));
        Assert.Equal(2u, _bus.Lost(SwapPackMessage.Lock));
    }

    [Fact]
    public void Frame_with_a_checksum_is_refused_when_any_bit_of_it_is_wrong()
    {
        // 01 ^ 40 ^ 0C = 4D
        Assert.Equal(DecodeResult.Ok, Accept("1881D0F3#4D01400C00000000"));
        for (int bit = 0; bit < 64; bit++)
        {
            CanFrame frame = Frames.Parse("1881D0F3#4D01400C00000000");
            frame.Data[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Equal(DecodeResult.Checksum, new SwapPackBus().Accept(frame));
        }
    }

    [Fact]
    public void Alive_counter_of_ST1_wraps_after_fourteen_and_fifteen_is_invalid()
    {
        Assert.Equal(DecodeResult.Ok, Accept("1881D0F3#0E0E000000000000"));
        Assert.Equal(DecodeResult.Ok, Accept("1881D0F3#0000000000000000", 100));
        Assert.Equal(0u, _bus.Lost(SwapPackMessage.St1));
        Assert.Equal(DecodeResult.CounterInvalid, Accept("1881D0F3#0F0F000000000000", 200));
    }

    [Fact]
    public void Pack_frames_are_read_with_their_scales()
    {
        Accept("1880D0F3#1050000000000000");
        byte[] st0 = _bus.Slot(SwapPackMessage.St0).Data;
        Assert.Equal(1, PackSt0.MainPositiveWelded.Read(st0));
        Assert.Equal(PackSt0.Open, PackSt0.MainPositive.Read(st0));
        Assert.Equal(PackSt0.Open, PackSt0.MainNegative.Read(st0));

        Accept("1882D0F3#C8FA1A2764006400");
        byte[] st2 = _bus.Slot(SwapPackMessage.St2).Data;
        Assert.Equal(800, PackSt2.ChargePermille.Read(st2));
        Assert.Equal(1_000, PackSt2.HealthPermille.Read(st2));
        Assert.Equal(1_000, PackSt2.CurrentMa.Read(st2));
        Assert.Equal(10_000, PackSt2.MaxDischargeMa.Read(st2));

        Accept("1883D0F3#E803D00770170000");
        byte[] st3 = _bus.Slot(SwapPackMessage.St3).Data;
        Assert.Equal(1_000, PackSt3.InsulationPositiveKohm.Read(st3));
        Assert.Equal(2_000, PackSt3.InsulationNegativeKohm.Read(st3));
        Assert.Equal(600_000, PackSt3.BatterySideMv.Read(st3));
        Assert.Equal(0, PackSt3.BusSideMv.Read(st3));

        Accept("1884D0F3#4B46480102030400");
        byte[] st4 = _bus.Slot(SwapPackMessage.St4).Data;
        Assert.Equal(25, PackSt4.MaxTemperatureC.Read(st4));
        Assert.Equal(20, PackSt4.MinTemperatureC.Read(st4));
        Assert.Equal(22, PackSt4.MeanTemperatureC.Read(st4));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Vehicle_identification_is_put_together_whether_its_index_starts_at_0_or_1(int first)
    {
        Accept($"18E1F3D0#{first:X2}4C465741485535");     // LFWAHU5
        Accept($"18E1F3D0#{first + 1:X2}334B314530313030"[..25]);
        Assert.False(_bus.Vin.IsComplete);
        Accept($"18E1F3D0#{first + 2:X2}313233FFFFFFFF");
        Assert.True(_bus.Vin.IsComplete);
        Assert.Equal("LFWAHU53K1E010123"u8.ToArray(), _bus.Vin.Vin);
    }

    [Fact]
    public void Another_vehicle_starts_the_identification_anew()
    {
        AcceptVin("LFWAHU53K1E010123");
        Assert.True(_bus.Vin.IsComplete);
        Accept("18E1F3D0#01" + Hex("LFWBBBB"));
        Assert.False(_bus.Vin.IsComplete);
        AcceptVin("LFWBBBB3K1E010999");
        Assert.Equal("LFWBBBB3K1E010999"u8.ToArray(), _bus.Vin.Vin);
    }

    [Fact]
    public void Unset_identification_is_none_and_an_index_that_cannot_be_is_refused()
    {
        AcceptVin("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
        Assert.False(_bus.Vin.IsComplete);
        Assert.Equal(DecodeResult.Malformed, Accept("18E1F3D0#0400000000000000"));
    }

    [Theory]
    [InlineData("0RJPEA00HAU0AAF131001955")]
    [InlineData("001PB0AA1B2C3D4E5F67890AB")]
    [InlineData("001PBAAAAAAB4S10001")]
    [InlineData("123456789012")]
    public void Pack_code_of_any_length_is_put_together_from_its_parts(string code)
    {
        foreach (string frame in CodeFrames(code).Reverse())
        {
            Assert.False(_bus.PackCode.IsComplete);
            Assert.Equal(DecodeResult.Ok, Accept(frame));
        }

        Assert.True(_bus.PackCode.IsComplete);
        Assert.Equal(code, System.Text.Encoding.ASCII.GetString(_bus.PackCode.Code, 0, _bus.PackCode.Length));
        Assert.Equal(7, _bus.PackCode.Maker);
    }

    [Fact]
    public void Code_of_another_length_starts_anew()
    {
        string[] first = [.. CodeFrames("001PBAAAAAAB4S10001")];
        foreach (string frame in first.Concat(CodeFrames("0RJPEA00HAU0AAF131001955").Take(3)))
        {
            Accept(frame);
        }

        Assert.False(_bus.PackCode.IsComplete);
    }

    [Fact]
    public void Another_pack_starts_the_code_anew()
    {
        foreach (string frame in CodeFrames("0RJPEA00HAU0AAF131001955"))
        {
            Accept(frame);
        }

        Accept(CodeFrames("0RJPEA00HAU0AAF131009999").Last());
        Assert.False(_bus.PackCode.IsComplete);
    }

    [Theory]
    [InlineData("18FFF8A7#00560000000000", DecodeResult.Short)]
    [InlineData("18E7D0F3#0000000000000000", DecodeResult.UnknownId)]
    [InlineData("1880D0F3#", DecodeResult.Short)]
    [InlineData("18FF50E1#0000000000000000", DecodeResult.ForeignAddress)]
    [InlineData("7DF#0201", DecodeResult.UnknownId)]
    [InlineData("18E1D0F3#07070000000000FF", DecodeResult.Checksum)]
    [InlineData("18E1D0F3#0707000000000000", DecodeResult.Malformed)]
    public void Frame_is_refused_by_name_and_counted(string frame, DecodeResult result)
    {
        Assert.Equal(result, Accept(frame));
        Assert.Equal(1u, _bus.Count(result));
        Assert.Equal(SwapPackMessage.None, _bus.Completed);
    }

    [Fact]
    public void Reset_forgets_vehicle_and_pack()
    {
        Accept("18FFF8A7#0056000000000000", 0);
        Accept("18FFF8A7#0156000000000000", 100);
        AcceptVin("LFWAHU53K1E010123");
        _bus.Reset();
        Assert.False(_bus.LockValid(100));
        Assert.False(_bus.Vin.IsComplete);
        Accept("18FFF8A7#0256000000000000", 200);
        Assert.False(_bus.LockValid(200));
    }

    [Fact]
    public void Rows_stand_in_the_order_of_the_enum_and_every_signal_has_its_own_bits()
    {
        for (int i = 0; i < SwapPackMessages.Rows.Length; i++)
        {
            Assert.Equal((SwapPackMessage)i, SwapPackMessages.Rows[i].Message);
        }

        Assert.Equal(SwapPackMessages.Rows.Length, SwapPackMessages.Rows.Select(row => row.Id).Distinct().Count());
        foreach (Type type in SwapPackSignals.Messages)
        {
            ulong used = 0;
            foreach ((string name, long signal) in SwapPackSignals.Of(type))
            {
                byte[] ones = new byte[8];
                signal.WriteRaw(ones, uint.MaxValue);
                ulong bits = BitConverter.ToUInt64(ones);
                Assert.True(signal.Fits(8) && (used & bits) == 0, $"{type.Name}.{name}");
                used |= bits;
            }
        }
    }

    private DecodeResult Accept(string frame, long timeMs = 0) => _bus.Accept(Frames.Parse(frame, timeMs));

    private void AcceptVin(string vin)
    {
        Accept("18E1F3D0#01" + Hex(vin[..7]));
        Accept("18E1F3D0#02" + Hex(vin[7..14]));
        Accept("18E1F3D0#03" + Hex(vin[14..]) + "FFFFFFFF");
    }

    private static string Hex(string text) => Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(text));

    private static IEnumerable<string> CodeFrames(string code)
    {
        byte[] padded = [.. Enumerable.Repeat((byte)0xFF, 27)];
        System.Text.Encoding.ASCII.GetBytes(code).CopyTo(padded, 0);
        for (int part = 1; part <= 4; part++)
        {
            byte[] data = new byte[8];
            if (part == 1)
            {
                data[1] = (byte)((code.Length << 3) | 7);
                padded.AsSpan(0, 6).CopyTo(data.AsSpan(2));
            }
            else
            {
                padded.AsSpan(6 + (part - 2) * 7, 7).CopyTo(data.AsSpan(1));
            }

            data[0] = data.Skip(1).Aggregate((byte)0, (sum, value) => (byte)(sum ^ value));
            yield return $"18E{part}D0F3#{Convert.ToHexString(data)}";
        }
    }
}

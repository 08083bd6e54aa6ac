using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Firmware;
using Contract = SwapEdge.City.V1;

namespace SwapEdge.Tests.City;

public sealed class CommandCodecTests
{
    [Fact]
    public void A_command_has_the_bytes_of_the_contract()
    {
        byte[] key = [.. Enumerable.Repeat((byte)9, 32)];
        CityCommand command = new(CommandOperation.TakeOutOfService) { Number = 5, Valid = TimeSpan.FromSeconds(1) };
        byte[] bytes = command.Sign("c/s/n", 300, 7, 1000, key);
        byte[] body = Convert.FromHexString(
            "0802" + "1205632F732F6E" + "18AC02" + "2007" + "28D00F" + "9A0182002005");
        Assert.Equal("0A9700", Convert.ToHexString(bytes[..3]));
        Assert.Equal(Convert.ToHexString(body), Convert.ToHexString(bytes[3..26]));
        Assert.Equal("1220" + Convert.ToHexString(HMACSHA256.HashData(key, body)), Convert.ToHexString(bytes[26..]));

        CommandRecord read = new();
        Assert.Equal(DecodeResult.Ok, CommandCodec.Decode(bytes, 0, bytes.Length, read));
        Assert.Equal(
            (300ul, 7ul, 2000L, CommandOperation.TakeOutOfService, 5ul),
            (read.Id, read.Counter, read.ExpiryUtcMs, read.Operation, read.Number));
        Assert.Equal("c/s/n", Encoding.ASCII.GetString(bytes, read.NodeOffset, read.NodeLength));
        Assert.Equal((3, 23, 28), (read.BodyOffset, read.BodyLength, read.MacOffset));
    }

    [Fact]
    public void A_result_has_the_bytes_of_the_contract()
    {
        CommandRecord command = new()
        {
            Id = 300, Counter = 7, State = ResultState.Rejected, Reason = CommandReason.NoBatteryAvailable,
        };
        byte[] buffer = new byte[9];
        Assert.Equal(9, CommandCodec.EncodeResult(command, buffer, 0));
        Assert.Equal("08AC02100718042015", Convert.ToHexString(buffer));
        Assert.Equal(-1, CommandCodec.EncodeResult(command, new byte[8], 0));
        Contract.Result result = Contract.Result.Parser.ParseFrom(buffer);
        Assert.Equal(
            (300ul, 7ul, Contract.ResultState.Rejected, Contract.CommandReason.NoBatteryAvailable),
            (result.Id, result.Counter, result.State, result.Reason));
        Assert.True(CityResult.TryRead(buffer, out CityResult? read));
        Assert.Equal(new CityResult(300, 7, ResultState.Rejected, CommandReason.NoBatteryAvailable), read);
        Assert.False(CityResult.TryRead(buffer[..8], out _));
        Assert.False(CityResult.TryRead([], out _));
    }

    [Fact]
    public void Every_operation_of_the_contract_is_read_with_its_arguments()
    {
        Contract.SwapGrant grant = new() { Vehicle = "LFWSRXSJ0P1F12345", Order = "order", UntilUtcMs = 9 };
        CommandRecord command = Ok(body => body.AuthoriseSwap = grant);
        Assert.Equal(CommandOperation.AuthoriseSwap, command.Operation);
        Assert.Equal("LFWSRXSJ0P1F12345", Encoding.ASCII.GetString(command.Vehicle, 0, command.VehicleLength));
        Assert.Equal("order", Encoding.ASCII.GetString(command.Order, 0, command.OrderLength));
        Assert.Equal(9, command.UntilUtcMs);
        Assert.Equal((300ul, 7ul, 1_790_000_000_000), (command.Id, command.Counter, command.ExpiryUtcMs));
        Assert.Equal(CommandOperation.RequestSwap, Ok(body => body.RequestSwap = grant).Operation);
        command = Ok(body => body.AbortSwap = new Contract.AbortSwap { RequestId = uint.MaxValue });
        Assert.Equal((CommandOperation.AbortSwap, uint.MaxValue), (command.Operation, command.Number));
        command = Ok(body => body.PutIntoService = new Contract.ServiceOrder { Number = 3 });
        Assert.Equal((CommandOperation.PutIntoService, 3ul), (command.Operation, command.Number));
        command = Ok(body => body.LimitPower = new Contract.PowerLimit { Bay = 4, LimitW = 5, UntilUtcMs = 6 });
        Assert.Equal((CommandOperation.LimitPower, 4, 6L), (command.Operation, command.Bay, command.UntilUtcMs));
        Assert.Equal((1, 0L, 5), (command.PeriodCount, command.StartUtcMs[0], command.LimitW[0]));
        command = Ok(body => body.LimitPower = new Contract.PowerLimit());
        Assert.Equal((1, 0), (command.PeriodCount, command.LimitW[0]));
        Contract.ChargingSchedule schedule = new() { Bay = 2, UntilUtcMs = 50 };
        schedule.Periods.Add(new Contract.ChargingPeriod { StartUtcMs = 10, LimitW = 100 });
        schedule.Periods.Add(new Contract.ChargingPeriod());
        command = Ok(body => body.ScheduleCharging = schedule);
        Assert.Equal((2, 10L, 100), (command.PeriodCount, command.StartUtcMs[0], command.LimitW[0]));
        Assert.Equal((0L, 0), (command.StartUtcMs[1], command.LimitW[1]));
        Assert.Equal(CommandOperation.QuerySnapshot, Ok(body => body.QuerySnapshot = new()).Operation);
        Assert.Equal(CommandOperation.SelfTest, Ok(body => body.SelfTest = new()).Operation);
        Assert.Equal(CommandOperation.RestartWhenIdle, Ok(body => body.RestartWhenIdle = new()).Operation);
        Assert.Equal(CommandOperation.ResendBirth, Ok(body => body.ResendBirth = new()).Operation);
        Assert.Equal(CommandOperation.ClearIsolation, Ok(body => body.ClearIsolation = new()).Operation);
        Assert.Equal(CommandOperation.FreeBay, Ok(body => body.FreeBay = new()).Operation);
        Assert.Equal(CommandOperation.Diagnose, Ok(body => body.Diagnose = new()).Operation);
        Assert.Equal(CommandOperation.Observe, Ok(body => body.Observe = new()).Operation);
    }

    [Fact]
    public void A_part_of_a_certificate_is_found_where_it_lies_and_an_operation_without_one_has_none()
    {
        byte[] part = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        Contract.CommandBody body = CityCommands.Body(one => one.OfferCertificate = new Contract.CertificatePart
        {
            Offset = 512, Part = ByteString.CopyFrom(part),
        });
        byte[] message = CommandDesk.Sign(body);
        CommandRecord command = new();
        Assert.Equal(DecodeResult.Ok, CommandCodec.Decode(message, 0, message.Length, command));
        Assert.Equal((CommandOperation.OfferCertificate, 512ul), (command.Operation, command.Number));
        Assert.Equal(part, message[command.SettingsOffset..(command.SettingsOffset + command.SettingsLength)]);

        message = CommandDesk.Sign(CityCommands.Body(one => one.UseCertificates = new Contract.CertificateUse
        {
            Crc = uint.MaxValue, DeviceLength = 700, AuthorityLength = 600,
        }));
        Assert.Equal(DecodeResult.Ok, CommandCodec.Decode(message, 0, message.Length, command));
        Assert.Equal((CommandOperation.UseCertificates, uint.MaxValue, 700, 600, 0),
            (command.Operation, command.Number, command.Bay, command.LimitW[0], command.SettingsLength));
    }

    [Fact]
    public void A_part_of_256_bytes_fits_into_a_command_to_the_node_with_the_longest_names()
    {
        Contract.CommandBody body = new()
        {
            Kind = Contract.SignedKind.Command, Node = string.Join('/', Enumerable.Repeat(new string('n', 24), 3)),
            Id = ulong.MaxValue, Counter = ulong.MaxValue, ExpiryUtcMs = long.MaxValue,
            OfferCertificate = new() { Offset = 3071, Part = ByteString.CopyFrom(new byte[256]) },
        };
        Assert.Equal(413, CommandDesk.Sign(body).Length);
        Assert.InRange(CommandDesk.Sign(body).Length, 0, SwapEdge.Firmware.Commands.LongestMessage);
    }

    [Fact]
    public void What_the_reference_city_writes_is_what_the_contract_says()
    {
        CityCommand command = new(CommandOperation.ScheduleCharging)
        {
            Bay = 3, UntilUtcMs = 99, Periods = [new ChargingPeriod(1, 2), new ChargingPeriod(3, 0)],
        };
        Contract.CommandBody body = Parse(command);
        Assert.Equal(Contract.SignedKind.Command, body.Kind);
        Assert.Equal(("c/s/n", 8ul, 9ul, 300_010L), (body.Node, body.Id, body.Counter, body.ExpiryUtcMs));
        Assert.Equal((3u, 99L), (body.ScheduleCharging.Bay, body.ScheduleCharging.UntilUtcMs));
        Assert.Equal([(1L, 2u), (3L, 0u)], body.ScheduleCharging.Periods.Select(one => (one.StartUtcMs, one.LimitW)));
        body = Parse(new CityCommand(CommandOperation.LimitPower) { Bay = 1, Periods = [new ChargingPeriod(0, 7)] });
        Assert.Equal((1u, 7u), (body.LimitPower.Bay, body.LimitPower.LimitW));
        body = Parse(new CityCommand(CommandOperation.RequestSwap) { Vehicle = "v", Order = "o", UntilUtcMs = 4 });
        Assert.Equal(("v", "o", 4L), (body.RequestSwap.Vehicle, body.RequestSwap.Order, body.RequestSwap.UntilUtcMs));
        body = Parse(new CityCommand(CommandOperation.AbortSwap) { Number = 12 });
        Assert.Equal(12ul, body.AbortSwap.RequestId);
        body = Parse(new CityCommand(CommandOperation.ChangeSettings) { Settings = new byte[] { 8, 1 } });
        Assert.Equal([8, 1], body.ChangeSettings.ToByteArray());
        Assert.All(CityCommands.Operations, operation => Assert.Equal(
            (int)operation, (int)Parse(new CityCommand(operation)).OperationCase));
    }

    [Fact]
    public void Certificates_go_in_parts_that_make_the_whole_again_and_then_are_used()
    {
        byte[] device = [.. Enumerable.Range(0, 700).Select(i => (byte)(i * 3))];
        byte[] authority = [.. Enumerable.Range(0, 333).Select(i => (byte)(i * 7))];
        Contract.CommandBody[] bodies = [.. CertificateParts.Of(device, authority).Select(Parse)];
        byte[] both = new byte[device.Length + authority.Length];
        foreach (Contract.CertificatePart part in bodies[..^1].Select(body => body.OfferCertificate))
        {
            Assert.InRange(part.Part.Length, 1, 256);
            part.Part.CopyTo(both, (int)part.Offset);
        }

        Assert.Equal([.. device, .. authority], both);
        Contract.CertificateUse use = bodies[^1].UseCertificates;
        Assert.Equal((Crc32.Compute(both, 0, 1033), 700u, 333u), (use.Crc, use.DeviceLength, use.AuthorityLength));
    }

    [Fact]
    public void Unknown_fields_are_skipped_wherever_they_stand()
    {
        byte[] more =
        [
            0xF8, 0x06, 0x05, 0xFA, 0x06, 0x02, 0x01, 0x02, 0xFD, 0x06, 1, 2, 3, 4, 0xF9, 0x06, 1, 2, 3, 4, 5, 6, 7, 8,
        ];
        byte[] order = [.. new Contract.ServiceOrder { Number = 5 }.ToByteArray(), .. more];
        byte[] body =
        [
            .. CityCommands.Body(_ => { }).ToByteArray(), .. more, 0x9A, 0x01, (byte)order.Length, .. order, .. more,
        ];
        byte[] message = [.. more, 0x12, 32, .. new byte[32], 0x0A, (byte)body.Length, .. body, .. more];
        CommandRecord command = new();
        Assert.Equal(DecodeResult.Ok, CommandCodec.Decode(message, 0, message.Length, command));
        Assert.Equal((300ul, CommandOperation.TakeOutOfService, 5ul), (command.Id, command.Operation, command.Number));
        Assert.Equal(body, message[command.BodyOffset..(command.BodyOffset + command.BodyLength)]);
    }

    [Fact]
    public void An_operation_of_a_later_contract_is_none()
    {
        byte[] body = [.. CityCommands.Body(_ => { }).ToByteArray(), 0xBA, 0x02, 0x00];
        byte[] message = [0x0A, (byte)body.Length, .. body, 0x12, 32, .. new byte[32]];
        CommandRecord command = new();
        Assert.Equal(DecodeResult.Ok, CommandCodec.Decode(message, 0, message.Length, command));
        Assert.Equal(CommandOperation.None, command.Operation);
    }

    [Fact]
    public void Of_several_operations_the_last_counts_and_nothing_of_the_others()
    {
        byte[] body =
        [
            .. CityCommands.Body(one => one.AuthoriseSwap = new Contract.SwapGrant { Vehicle = "v", UntilUtcMs = 9 })
                .ToByteArray(),
            .. new Contract.CommandBody { AbortSwap = new Contract.AbortSwap { RequestId = 6 } }.ToByteArray(),
        ];
        byte[] message = [0x0A, (byte)body.Length, .. body, 0x12, 32, .. new byte[32]];
        CommandRecord command = new();
        Assert.Equal(DecodeResult.Ok, CommandCodec.Decode(message, 0, message.Length, command));
        Assert.Equal(
            (CommandOperation.AbortSwap, 6ul, 0, 0L),
            (command.Operation, command.Number, command.VehicleLength, command.UntilUtcMs));
    }

    [Fact]
    public void What_has_no_room_is_refused_whole()
    {
        Contract.ChargingSchedule schedule = new();
        schedule.Periods.Add(Enumerable.Range(0, 8).Select(_ => new Contract.ChargingPeriod()));
        Assert.Equal(DecodeResult.Ok, Result(body => body.ScheduleCharging = schedule));
        schedule.Periods.Add(new Contract.ChargingPeriod());
        Assert.Equal(DecodeResult.Long, Result(body => body.ScheduleCharging = schedule));
        Contract.SwapGrant vehicle = new() { Vehicle = new string('v', 18) };
        Assert.Equal(DecodeResult.Long, Result(body => body.RequestSwap = vehicle));
        Contract.SwapGrant order = new() { Order = new string('o', 33) };
        Assert.Equal(DecodeResult.Long, Result(body => body.RequestSwap = order));
    }

    [Fact]
    public void An_acknowledgement_is_no_command_and_a_command_no_acknowledgement()
    {
        Contract.CommandBody body = CityCommands.Body(one => one.SelfTest = new());
        byte[] command = CommandDesk.Sign(body);
        Assert.Equal(DecodeResult.UnknownId, AckCodec.Decode(command, 0, command.Length, new AckRecord()));
        byte[] ack = Events.Acknowledgement(new byte[32]);
        Assert.Equal(DecodeResult.UnknownId, CommandCodec.Decode(ack, 0, ack.Length, new CommandRecord()));
        body.Kind = Contract.SignedKind.Unspecified;
        Assert.Equal(DecodeResult.UnknownId, CityCommands.Read(body).Result);
    }

    [Fact]
    public void What_begins_as_the_journals_chain_is_no_command_whatever_follows()
    {
        byte[] body = [0x08, 0x08, .. CityCommands.Body(one => one.SelfTest = new()).ToByteArray()];
        byte[] message = [0x0A, (byte)body.Length, .. body, 0x12, 32, .. new byte[32]];
        Assert.Equal(DecodeResult.UnknownId, CommandCodec.Decode(message, 0, message.Length, new CommandRecord()));
    }

    [Fact]
    public void A_message_that_is_cut_off_is_never_a_command()
    {
        byte[] bytes = CommandDesk.Sign(CityCommands.Body(one => one.SelfTest = new()));
        for (int length = 0; length < bytes.Length; length++)
        {
            Assert.Equal(DecodeResult.Malformed, CommandCodec.Decode(bytes, 0, length, new CommandRecord()));
        }

        Assert.Equal(DecodeResult.Short, CommandCodec.Decode(bytes, 1, bytes.Length, new CommandRecord()));
    }

    private static DecodeResult Result(Action<Contract.CommandBody> ask) =>
        CityCommands.Read(CityCommands.Body(ask)).Result;

    private static CommandRecord Ok(Action<Contract.CommandBody> ask)
    {
        (DecodeResult result, CommandRecord command) = CityCommands.Read(CityCommands.Body(ask));
        Assert.Equal(DecodeResult.Ok, result);
        return command;
    }

    private static Contract.CommandBody Parse(CityCommand command) => Contract.CommandBody.Parser.ParseFrom(
        Contract.Signed.Parser.ParseFrom(command.Sign("c/s/n", 8, 9, 10, new byte[32])).Body);
}

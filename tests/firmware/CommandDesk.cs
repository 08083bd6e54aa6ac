using System.Security.Cryptography;
using Google.Protobuf;
using Contract = SwapEdge.City.V1;

namespace SwapEdge.Tests.Firmware;

/// <summary>
/// The city's desk: writes and signs commands with what its language generates from city.proto, and reads what comes
/// back. Numbers go upwards by themselves.
/// </summary>
public sealed class CommandDesk
{
    private readonly ScriptedUplink _port;
    private readonly FixedClock _clock;
    private readonly string _node;
    private ulong _counter;

    public CommandDesk(ScriptedUplink port, FixedClock clock, string node)
    {
        (_port, _clock, _node) = (port, clock, node);
        _port.Link = SwapEdge.Firmware.UplinkLink.Up;
        _port.AnswersAtOnce = true;
    }

    /// <summary>All that was told, oldest first.</summary>
    public Contract.Result[] Results =>
        [.. _port.On("/result").Select(bytes => Contract.Result.Parser.ParseFrom(bytes))];

    public (Contract.ResultState State, Contract.CommandReason Reason) Last => (Results[^1].State, Results[^1].Reason);

    public long UtcMs => _clock.UtcMs;

    /// <summary>A command that asks for a snapshot, unless the caller makes it ask for something else.</summary>
    public Contract.CommandBody Body(Action<Contract.CommandBody>? ask = null)
    {
        _counter++;
        Contract.CommandBody body = new()
        {
            Kind = Contract.SignedKind.Command, Node = _node, Id = 1000 + _counter, Counter = _counter,
            ExpiryUtcMs = _clock.UtcMs + 60_000, QuerySnapshot = new(),
        };
        ask?.Invoke(body);
        return body;
    }

    public static byte[] Sign(IMessage body, byte[]? key = null)
    {
        byte[] bytes = body.ToByteArray();
        byte[] mac = HMACSHA256.HashData(key ?? new byte[32], bytes);
        return new Contract.Signed { Body = ByteString.CopyFrom(bytes), Mac = ByteString.CopyFrom(mac) }.ToByteArray();
    }

    public Contract.CommandBody Send(Action<Contract.CommandBody>? ask = null)
    {
        Contract.CommandBody body = Body(ask);
        Send(body);
        return body;
    }

    public void Send(IMessage body, byte[]? key = null) => Deliver(Sign(body, key));

    public void Deliver(byte[] message, bool retained = false) =>
        _port.Deliver($"swap/v1/{_node}/command", message, retained);
}

using System.Security.Cryptography;
using Google.Protobuf;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using Contract = SwapEdge.City.V1;
using Reason = SwapEdge.City.V1.CommandReason;
using State = SwapEdge.City.V1.ResultState;

namespace SwapEdge.Tests.Firmware;

/// <summary>The key that a node believes is changed by a nonce; at no moment is there none that the city has.</summary>
public sealed class KeyRotationTests
{
    private const string Node = "linfen/station-1/lane-1";

    private static readonly byte[] Given = new byte[32];
    private static readonly byte[] Nonce = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];
    private static readonly byte[] Derived = HMACSHA256.HashData(Given, (byte[])[8, 9, .. Nonce]);

    private readonly LaneRig _rig = new();
    private readonly CommandDesk _desk;

    public KeyRotationTests()
    {
        _desk = new CommandDesk(_rig.Uplink, _rig.Clock, Node);
        _rig.Pass(3);
    }

    [Fact]
    public void The_old_key_counts_until_the_city_has_signed_with_the_new_one_and_then_no_more()
    {
        Rotate(Nonce);
        Assert.Equal((State.Done, Reason.Unspecified), _desk.Last);
        Assert.Equal(0u, Key());
        Assert.Equal(State.Done, Ask(Given));
        Assert.Equal(State.Done, Ask(Derived));
        Assert.Equal(Crc32.Compute(Nonce, 0, 16), Key());
        Assert.Equal(Reason.NotAuthentic, Refused(Given));
        _rig.Restart();
        _rig.Pass(3);
        Assert.Equal(Reason.NotAuthentic, Refused(Given));
        Assert.Equal(State.Done, Ask(Derived));
    }

    [Fact]
    public void A_new_key_is_not_told_as_done_before_it_counts()
    {
        _desk.Send(body => body.RotateKey = new Contract.KeyChange { Nonce = ByteString.CopyFrom(Nonce) });
        while (!_rig.Store.Files.ContainsKey("command-0"))
        {
            _rig.Pass();
        }

        _rig.Store.Answer = StoreResult.Failed;
        _rig.Pass(50);
        Assert.True(_rig.Node.Uplink.Mac.IsDue);
        Assert.DoesNotContain(_desk.Results, result => result.State == State.Done);
        _rig.Store.Answer = StoreResult.Ok;
        _rig.Pass(50);
        Assert.Equal(State.Done, _desk.Last.State);
        Assert.Equal(State.Done, Ask(Derived));
    }

    [Fact]
    public void An_acknowledgement_signed_with_the_new_key_brings_it_into_force_too()
    {
        Rotate(Nonce);
        Acknowledge(Given);
        Assert.Equal(0u, Key());
        Acknowledge(Derived);
        Assert.NotEqual(0u, Key());
        uint refused = _rig.Node.Uplink.RefusedAcks;
        Acknowledge(Given);
        Assert.Equal(refused + 1, _rig.Node.Uplink.RefusedAcks);
    }

    [Fact]
    public void A_second_nonce_takes_the_place_of_one_that_was_never_used_and_of_one_that_was()
    {
        byte[] other = [.. Nonce.Reverse()];
        byte[] key = HMACSHA256.HashData(Given, (byte[])[8, 9, .. other]);
        Rotate(Nonce);
        Rotate(other);
        Assert.Equal(Reason.NotAuthentic, Refused(Derived));
        Assert.Equal(State.Done, Ask(key));
        Rotate(Nonce, key);
        Assert.Equal(State.Done, Ask(Derived));
        Assert.Equal(Reason.NotAuthentic, Refused(key));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    public void What_is_no_nonce_is_refused_and_nothing_is_changed(int length)
    {
        Rotate(new byte[length]);
        Assert.Equal((State.Rejected, Reason.BadArgument), _desk.Last);
        Assert.DoesNotContain("key-0", _rig.Store.Files.Keys);
        Assert.Equal(State.Done, Ask(Given));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Power_that_goes_at_any_byte_leaves_a_key_that_the_city_has(bool used)
    {
        for (int bytes = 0; bytes < 700; bytes++)
        {
            LaneRig rig = new();
            CommandDesk desk = new(rig.Uplink, rig.Clock, Node);
            rig.Pass(3);
            rig.Store.BytesLeft = bytes;
            desk.Send(body => body.RotateKey = new() { Nonce = ByteString.CopyFrom(Nonce) });
            rig.Pass(5);
            if (used)
            {
                desk.Send(desk.Body(), Derived);
                rig.Pass(5);
            }

            rig.Store.BytesLeft = int.MaxValue;
            rig.Restart();
            rig.Pass(3);
            Contract.CommandBody first = desk.Body();
            desk.Send(first, Given);
            rig.Pass(40);
            Contract.CommandBody second = desk.Body();
            desk.Send(second, Derived);
            rig.Pass(40);
            ulong[] done = [.. desk.Results.Where(one => one.State == State.Done).Select(one => one.Id)];
            Assert.True(done.Contains(first.Id) || done.Contains(second.Id), $"no key, {bytes} bytes");
            Assert.True(done.Contains(second.Id) || rig.Node.Uplink.Mac.Key == 0, $"another key, {bytes} bytes");
        }
    }

    private State Ask(byte[] key)
    {
        Contract.CommandBody body = _desk.Body();
        _desk.Send(body, key);
        _rig.Pass(5);
        return _desk.Results.Last(result => result.Id == body.Id).State;
    }

    private Reason Refused(byte[] key)
    {
        _rig.Pass(25);
        _desk.Send(_desk.Body(), key);
        _rig.Pass(5);
        return _desk.Last.Reason;
    }

    private void Rotate(byte[] nonce, byte[]? key = null)
    {
        Contract.CommandBody body = _desk.Body(
            one => one.RotateKey = new Contract.KeyChange { Nonce = ByteString.CopyFrom(nonce) });
        _desk.Send(body, key);
        _rig.Pass(5);
    }

    private uint Key()
    {
        _rig.Node.Uplink.ResendBirth();
        _rig.Pass();
        return Contract.Birth.Parser.ParseFrom(_rig.Uplink.On("/birth").Last()).Key;
    }

    private void Acknowledge(byte[] key)
    {
        Contract.AckBody ack = new() { Kind = Contract.SignedKind.Ack, Journal = _rig.Node.Journal.Identity };
        _rig.Uplink.Deliver($"swap/v1/{Node}/ack", CommandDesk.Sign(ack, key));
        _rig.Pass(3);
    }
}

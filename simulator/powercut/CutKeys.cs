using System.Security.Cryptography;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// The key that a node believes, and a city that changes it in two phases: it has the old key until the node says which
/// is in force. After every cut the node must believe one that the city has, and none that the city has thrown away.
/// </summary>
/// <param name="given">The key that the node was given.</param>
internal sealed class CutKeys(byte[] given) : ICutRecord
{
    private const int BodyLength = 20;
    private const long RetryMs = 2_000;

    private readonly byte[] _message = new byte[BodyLength + SignedRecord.MacLength];
    private readonly AckRecord _signed = new() { BodyOffset = 0, BodyLength = BodyLength, MacOffset = BodyLength };
    private MacCheck _check = null!;

    // Nonces; null for the given key. What the city has, and what it has thrown away and the node may still believe.
    private byte[]? _current;
    private byte[]? _offered;
    private byte[]? _old;
    private bool _oldCounts;
    private bool _oldIsSet;
    private bool _spoken;
    private bool _deaf;
    private long _nowMs;

    public void Start(IStore store, Journal journal)
    {
        _spoken = false;
        _check = Open(store);
    }

    public void Act(Prng random)
    {
        switch (random.Between(0, 3))
        {
            case 0 when _offered is null:
                Speak();
                _offered = [.. Enumerable.Range(0, MacCheck.NonceLength).Select(_ => (byte)random.Next())];
                _check.Offer(_offered, _offered.Length);
                break;
            case 1:
                while (_check.Keep(_nowMs))
                {
                    _nowMs += RetryMs;
                }

                _oldCounts = _oldCounts && !_spoken;
                break;
            case 2 when _offered is not null && Fits(_check, _offered) && _check.Key == Crc32.Compute(
                _offered, 0, _offered.Length):
                _old = _current;
                _oldIsSet = true;
                _oldCounts = true;
                _current = _offered;
                _offered = null;
                _spoken = true;
                break;
            default:
                Speak();
                break;
        }
    }

    public CutFlaw? Judge(IStore store)
    {
        MacCheck found = Open(store);
        if (_oldIsSet && !_oldCounts && Fits(found, _old))
        {
            return new CutFlaw(true, "a key that was replaced is believed again");
        }

        bool believed = !_deaf && (Fits(found, _current) || (_offered is not null && Fits(found, _offered)));
        return believed ? null : new CutFlaw(false, Invariant($"no key of the city is believed; {found.Key:x8} is"));
    }

    public void Settle(IStore store)
    {
        _deaf = false;
        if (!Fits(Open(store), _current))
        {
            // The city tries both, and goes on with the one that is believed.
            (_old, _oldIsSet, _current, _offered) = (_current, true, _offered, null);
        }
        else if (_offered is not null && !Fits(Open(store), _offered))
        {
            _offered = null;
        }

        _oldCounts = _oldIsSet && Fits(Open(store), _old);
    }

    /// <summary>Every command is signed, that which brings a nonce too.</summary>
    private void Speak()
    {
        _deaf = !Fits(_check, _current);
        _spoken = true;
    }

    private MacCheck Open(IStore store)
    {
        MacCheck check = new(new HmacMac(given), store);
        check.Open();
        return check;
    }

    private bool Fits(MacCheck check, byte[]? nonce)
    {
        byte[] key = nonce is null ? given : HmacMac.Derive(given, nonce);
        HMACSHA256.HashData(key, _message.AsSpan(0, BodyLength), _message.AsSpan(BodyLength));
        return check.Fits(_message, _signed);
    }
}

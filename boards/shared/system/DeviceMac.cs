using System;
using System.Security.Cryptography;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Boards
{
    /// <summary>
    /// HMAC-SHA256 of the device's library. The key comes from a file that the flash tool has written; nothing here
    /// prints it or gives it out.
    /// </summary>
    public sealed class DeviceMac : IMac
    {
        private const int KeyLength = 32;

        private readonly byte[] _key;

        /// <param name="key">Not copied.</param>
        public DeviceMac(byte[] key)
        {
            _key = key;
        }

        /// <summary>The MAC with the key in a file of 32 bytes, or null when there is no such file.</summary>
        public static DeviceMac Open(IStore store, string name)
        {
            byte[] key = new byte[KeyLength];
            return store.Length(name) == KeyLength && store.Read(name, 0, key, 0, KeyLength) == KeyLength
                ? new DeviceMac(key)
                : null;
        }

        public void Compute(byte[] data, int offset, int length, byte[] into)
        {
            Compute(_key, data, offset, length, into);
        }

        public void ComputeDerived(byte[] nonce, byte[] data, int offset, int length, byte[] into)
        {
            byte[] name = new byte[2 + nonce.Length];
            name[0] = 8;
            name[1] = (byte)SignedKind.Key;
            Array.Copy(nonce, 0, name, 2, nonce.Length);
            Compute(HMACSHA256.HashData(_key, name), data, offset, length, into);
        }

        private static void Compute(byte[] key, byte[] data, int offset, int length, byte[] into)
        {
            byte[] part = new byte[length];
            Array.Copy(data, offset, part, 0, length);
            Array.Copy(HMACSHA256.HashData(key, part), 0, into, 0, KeyLength);
        }
    }
}

using System;
using System.Security.Cryptography.X509Certificates;
using nanoFramework.M2Mqtt;
using SwapEdge.Firmware;

namespace SwapEdge.Boards
{
    /// <summary>
    /// Clients with TLS 1.2, and the certificates that they show and trust. Those given with the board are files that
    /// the flash tool has written, DER or PEM with a zero behind it: device.crt and device.key, authority.crt. The
    /// library wants them as objects; what the runtime stores beside its network configuration it does not use here.
    /// </summary>
    public sealed class TlsSource : IMqttSource, ICertificates
    {
        private readonly NetworkWatch _network;
        private readonly string _host;
        private readonly int _port;
        private readonly byte[] _key;
        private readonly byte[] _givenDevice;
        private readonly byte[] _givenAuthority;

        // In use, and behind it the candidate: the device's, the authority's.
        private readonly X509Certificate[] _certificates = new X509Certificate[4];
        private readonly long[] _endsMs = new long[4];
        private int _first;

        /// <summary>Reads the files; throws when they are not there or are none.</summary>
        public TlsSource(NetworkWatch network, IStore store, string host, int port)
        {
            _network = network;
            _host = host;
            _port = port;
            _key = Read(store, "device.key");
            _givenDevice = Read(store, "device.crt");
            _givenAuthority = Read(store, "authority.crt");
            Set(0, _givenDevice, _givenAuthority);
        }

        public MqttClient Make()
        {
            return _network.IsReady
                ? new MqttClient(
                    _host, _port, true, _certificates[_first + 1], _certificates[_first], MqttSslProtocols.TLSv1_2)
                : null;
        }

        public bool Offer(byte[] data, int offset, int deviceLength, int authorityLength)
        {
            try
            {
                Set(
                    2,
                    deviceLength == 0 ? _givenDevice : Part(data, offset, deviceLength),
                    authorityLength == 0 ? _givenAuthority : Part(data, offset + deviceLength, authorityLength));
                return true;
            }
            catch (Exception)
            {
                return false;
            }
        }

        public void Use(bool candidate)
        {
            _first = candidate ? 2 : 0;
        }

        public void TakeOver()
        {
            Array.Copy(_certificates, 2, _certificates, 0, 2);
            Array.Copy(_endsMs, 2, _endsMs, 0, 2);
            _first = 0;
        }

        public bool NotAfter(bool authority, out long utcMs)
        {
            utcMs = _endsMs[authority ? _first + 1 : _first];
            return true;
        }

        private void Set(int index, byte[] device, byte[] authority)
        {
            X509Certificate2 own = new X509Certificate2(device, _key, "");
            X509Certificate trusted = new X509Certificate(authority);
            _endsMs[index] = BoardClock.ToMs(own.GetExpirationDate());
            _endsMs[index + 1] = BoardClock.ToMs(trusted.GetExpirationDate());
            _certificates[index] = own;
            _certificates[index + 1] = trusted;
        }

        private static byte[] Read(IStore store, string name)
        {
            byte[] file = new byte[store.Length(name)];
            store.Read(name, 0, file, 0, file.Length);
            return file;
        }

        private static byte[] Part(byte[] data, int offset, int length)
        {
            byte[] part = new byte[length];
            Array.Copy(data, offset, part, 0, length);
            return part;
        }
    }
}

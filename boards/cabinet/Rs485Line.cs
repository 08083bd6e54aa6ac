using System;
using System.IO.Ports;
using SwapEdge.Firmware;

namespace SwapEdge.Boards
{
    /// <summary>
    /// A half-duplex line. Its driver is turned around by the UART's RTS, where a board gives it a pin, or finds its
    /// direction by itself. What is sent may be read again: who reads must know its own. Reading takes what is there. A
    /// write goes out in the next <see cref="Pump"/>: the native driver has no buffer for sending and would hold the
    /// pass.
    /// </summary>
    public sealed class Rs485Line : IByteLink, IPump
    {
        private const int ReceiveRoom = 512;

        private readonly SerialPort _port;
        private readonly byte[] _toSend = new byte[128];
        private readonly byte[] _sending = new byte[128];
        private int _length;

        public Rs485Line(string port, int baudRate)
        {
            _port = new SerialPort(port, baudRate, Parity.None, 8, StopBits.One);
            _port.Mode = SerialMode.RS485;
            _port.ReadBufferSize = ReceiveRoom;
            _port.Open();
        }

        public int Read(byte[] into, int offset, int count)
        {
            int waiting = _port.BytesToRead;
            return waiting == 0 ? 0 : _port.Read(into, offset, waiting < count ? waiting : count);
        }

        public bool Write(byte[] data, int offset, int count)
        {
            lock (_toSend)
            {
                if (count > _toSend.Length - _length)
                {
                    return false;
                }

                Array.Copy(data, offset, _toSend, _length, count);
                _length += count;
                return true;
            }
        }

        public void Pump(long nowMs)
        {
            int length;
            lock (_toSend)
            {
                length = _length;
                _length = 0;
                Array.Copy(_toSend, _sending, length);
            }

            if (length > 0)
            {
                _port.Write(_sending, 0, length);
            }
        }
    }
}

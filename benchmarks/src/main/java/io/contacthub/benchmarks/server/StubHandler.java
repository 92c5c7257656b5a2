package io.contacthub.benchmarks.server;

import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Handler that answers the requests of a connection, each when its body has come.
 */
final class StubHandler extends SimpleChannelInboundHandler<HttpObject> {

	private final StubAnswers answers;

	private final long latency;

	private ByteBuf answer = Unpooled.EMPTY_BUFFER;

	/**
	 * Create for a connection.
	 * @param answers the answers
	 * @param latency how many milliseconds each of them takes
	 */
	StubHandler(StubAnswers answers, long latency) {
		this.answers = answers;
		this.latency = latency;
	}

	@Override
	protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
		if (part instanceof HttpRequest request) {
			this.answer = this.answers.to(request.method(), request.uri());
		}
		if (part instanceof LastHttpContent) {
			ByteBuf complete = this.answer;
			if (this.latency > 0) {
				context.executor().schedule(() -> context.writeAndFlush(complete), this.latency, TimeUnit.MILLISECONDS);
			}
			else {
				context.write(complete);
			}
		}
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext context) {
		context.flush();
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		context.close();
	}

}
